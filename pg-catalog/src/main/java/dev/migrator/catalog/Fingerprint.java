package dev.migrator.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash over every object's canonical definition, owner, privileges and comments: equal for equal catalogs of one server major, whatever
 * their OIDs, their dropped columns and the order in which objects were made.
 *
 * @param form the version of the canonical form; hashes of two forms cannot be compared
 * @param major the server's, since the text of an expression differs between majors
 * @param sha256 64 hexadecimal digits
 */
public record Fingerprint(int form, int major, String sha256) {

    private static final int FORM = 1;

    public static Fingerprint of(Catalog catalog) {
        MessageDigest digest = newDigest();
        for (CatalogObject object : catalog.objects()) {
            update(digest, object.id().toString());
            update(digest, object.definition().text());
            update(digest, String.valueOf(object.owner()));
            object.privileges().forEach(privilege -> update(digest, privilege));
            object.comments().forEach(comment -> update(digest, comment.toString()));
        }
        return new Fingerprint(FORM, catalog.server().major(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Each text with its length, so that two texts never run into one another. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reads like {@code 1:15:9f86d08…}. */
    @Override
    public String toString() {
        return form + ":" + major + ":" + sha256;
    }
}
