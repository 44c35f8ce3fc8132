package dev.migrator.catalog.kind;

/**
 * Where an object lies in the catalog of one database: the catalog and the row in it, as {@code pg_depend} has them.
 *
 * @param catalog {@code pg_class}, {@code pg_proc} …; for what has no row with an OID, the catalog it is kept in: the attachment of a
 *     partition or of an index is {@code pg_inherits} with the child's OID
 */
public record Address(String catalog, long oid) implements Comparable<Address> {

    /** The first OID that PostgreSQL gives to what a user creates; lower ones are made by initdb. */
    public static final long FIRST_USER_OID = 16_384;

    public static Address relation(long oid) {
        return new Address("pg_class", oid);
    }

    public static Address type(long oid) {
        return new Address("pg_type", oid);
    }

    public static Address routine(long oid) {
        return new Address("pg_proc", oid);
    }

    public static Address constraint(long oid) {
        return new Address("pg_constraint", oid);
    }

    /** That the relation is a partition of its parent. */
    public static Address attachment(long childOid) {
        return new Address("pg_inherits", childOid);
    }

    @Override
    public int compareTo(Address other) {
        int byCatalog = catalog.compareTo(other.catalog);
        return byCatalog != 0 ? byCatalog : Long.compare(oid, other.oid);
    }
}
