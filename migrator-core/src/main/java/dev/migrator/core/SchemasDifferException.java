package dev.migrator.core;

import dev.migrator.error.MigratorException;

/** Two schemas are not alike although they should be. */
public final class SchemasDifferException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final int objects;

    SchemasDifferException(int objects, String from, String to, String report) {
        super(
                objects + (objects == 1 ? " object differs" : " objects differ"),
                from + " and " + to,
                "Read " + report + ", or let the build pass with -Dmigrator.failOnDifference=false");
        this.objects = objects;
    }

    /** How many objects differ. */
    public int objects() {
        return objects;
    }
}
