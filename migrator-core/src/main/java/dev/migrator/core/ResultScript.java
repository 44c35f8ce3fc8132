package dev.migrator.core;

import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.SchemaScript;
import dev.migrator.postgres.Database;
import java.sql.SQLException;

/** What {@code result.sql} holds: the schema of a database as a script that diffs well. */
final class ResultScript {

    private ResultScript() {}

    static String of(Database database) throws SQLException {
        return SchemaScript.of(CatalogReader.read(database));
    }
}
