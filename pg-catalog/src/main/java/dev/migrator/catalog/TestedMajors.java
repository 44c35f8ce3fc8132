package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;

/**
 * The majors that the catalog is proved on, from the oldest to the newest. A major to come may describe objects in columns that no reader
 * knows, and lose them; so it is refused unless somebody takes the risk.
 */
public enum TestedMajors {
    /** What is read. */
    READ(14),
    /** What is written: a new database of 14 lets everybody create in its public schema, which no catalog says. */
    WRITTEN(15);

    private static final int NEWEST = 19;

    private final int oldest;

    TestedMajors(int oldest) {
        this.oldest = oldest;
    }

    /** The same database and those of its server; connecting to it throws {@link UntestedServerException} where its major is another. */
    public Database only(Database database) {
        return new TestedDatabase(database, this);
    }

    boolean contain(ServerVersion version) {
        return oldest <= version.major() && version.major() <= NEWEST;
    }

    /** {@code PostgreSQL 14 to 19}. */
    @Override
    public String toString() {
        return "PostgreSQL " + oldest + " to " + NEWEST;
    }
}
