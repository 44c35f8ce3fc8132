package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import java.sql.SQLException;

/** What runs on the filled database before it takes the target's name: the replay of migrations. What it throws leaves the target as it was. */
@FunctionalInterface
public interface BeforeSwap {

    /** Nothing. */
    BeforeSwap NOTHING = fresh -> {};

    /**
     * Changes the new database.
     *
     * @param fresh filled and proved; every connection to it is closed at the end
     */
    void run(Database fresh) throws SQLException;
}
