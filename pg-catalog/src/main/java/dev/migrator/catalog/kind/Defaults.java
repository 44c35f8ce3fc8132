package dev.migrator.catalog.kind;

/** Where the default of a column lies in the catalog. */
final class Defaults {

    private Defaults() {}

    static Address address(Columns.Column column) {
        return new Address("pg_attrdef", column.defaultOid());
    }
}
