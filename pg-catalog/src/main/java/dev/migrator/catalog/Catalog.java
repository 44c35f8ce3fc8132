package dev.migrator.catalog;

import dev.migrator.postgres.ServerVersion;
import java.util.List;

/**
 * All that a database is made of but its rows, at one instant.
 *
 * @param objects sorted by {@link ObjectId}
 * @param plan the statements that make them all again
 * @param tables the tables that hold rows themselves, sorted by schema and name; extensions' tables are not among them
 * @param sequences whose values are data, sorted; those of identity columns included
 * @param configurations rows that lie in extensions' tables and are data all the same
 */
public record Catalog(
        ServerVersion server,
        DatabaseState database,
        List<CatalogObject> objects,
        DdlPlan plan,
        List<Table> tables,
        List<ObjectId> sequences,
        List<ExtensionConfiguration> configurations) {

    public Catalog {
        objects = List.copyOf(objects);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        configurations = List.copyOf(configurations);
    }
}
