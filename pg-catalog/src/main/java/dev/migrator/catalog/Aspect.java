package dev.migrator.catalog;

/** The sides of an object that can be written, left out or compared on their own. */
public enum Aspect {
    DEFINITION,
    OWNER,
    PRIVILEGES,
    COMMENT,
    LABEL,
    /** Where on the server's disks it lies. */
    TABLESPACE
}
