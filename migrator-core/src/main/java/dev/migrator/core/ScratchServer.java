package dev.migrator.core;

import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.CatalogWithNeeds;
import dev.migrator.catalog.ScratchDatabase;
import dev.migrator.migration.ScriptRunner;
import dev.migrator.postgres.Capabilities;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.DatabaseUnreachableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server at hand, on which definitions are run to see how they read: the target's. It is asked for only when it is needed. */
final class ScratchServer {

    private final Supplier<Database> target;
    private @Nullable Database found;

    ScratchServer(Supplier<Database> target) {
        this.target = target;
    }

    /** The target, or the maintenance database of its server as long as there is no target. */
    Database database() throws SQLException {
        Database database = found;
        if (database == null) {
            database = target.get();
            try {
                database.connect().close();
            } catch (DatabaseUnreachableException e) {
                database = database.named("postgres");
            }
            found = database;
        }
        return database;
    }

    boolean mayCreateDatabases() throws SQLException {
        try (Connection connection = database().connect()) {
            return Capabilities.probe(connection).createDatabase();
        }
    }

    /** The schema that a script makes. */
    CatalogWithNeeds load(Path script) throws SQLException {
        try (ScratchDatabase scratch = ScratchDatabase.create(database())) {
            new ScriptRunner(scratch.database()).run(script);
            return CatalogReader.read(scratch.database());
        }
    }
}
