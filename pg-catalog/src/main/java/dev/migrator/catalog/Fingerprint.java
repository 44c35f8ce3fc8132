package dev.migrator.catalog;

/**
 * One hash for a whole catalog: equal for equal catalogs of one server major, whatever their OIDs, their dropped columns and the order in
 * which objects were made. {@link Fingerprints} has one for each object.
 *
 * @param form the version of the canonical form; hashes of two forms cannot be compared
 * @param major the server's, since the text of an expression differs between majors
 * @param sha256 64 hexadecimal digits
 */
public record Fingerprint(int form, int major, String sha256) {

    public static Fingerprint of(Catalog catalog) {
        return Fingerprints.of(catalog).database();
    }

    /** Reads like {@code 1:15:9f86d08…}. */
    @Override
    public String toString() {
        return form + ":" + major + ":" + sha256;
    }
}
