package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tablespaces of a server that a role may create in. They belong to a server's disks, so a snapshot's are used where they are to be had
 * and left out elsewhere, on a server of ours for one.
 *
 * @param usable by name
 * @param usual the one of the database that is connected to; what lies there is not said to
 */
record TablespacesOnServer(Set<String> usable, String usual) {

    private static final String QUERY = """
            SELECT t.spcname::text, t.oid = d.dattablespace
            FROM pg_catalog.pg_tablespace t, pg_catalog.pg_database d
            WHERE d.datname = pg_catalog.current_database()
              AND (t.oid = d.dattablespace OR pg_catalog.has_tablespace_privilege(t.oid, 'CREATE'))
            """;

    static TablespacesOnServer of(Connection connection) throws SQLException {
        Set<String> usable = new HashSet<>();
        String usual = "pg_default";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                usable.add(row.getString(1));
                usual = row.getBoolean(2) ? row.getString(1) : usual;
            }
        }
        return new TablespacesOnServer(usable, usual);
    }

    /** What is not to be put where it lay in the source. */
    Omissions omissions(Catalog catalog) {
        List<CatalogObject> elsewhere = catalog.objects().stream()
                .filter(object -> object.tablespace() != null
                        && (!usable.contains(object.tablespace()) || usual.equals(object.tablespace())))
                .toList();
        SortedSet<String> missing = new TreeSet<>();
        elsewhere.forEach(object -> missing.add(String.valueOf(object.tablespace())));
        if (catalog.database().tablespace() != null) {
            missing.add(catalog.database().tablespace());
        }
        missing.removeAll(usable);
        return Omissions.of(
                elsewhere,
                Aspect.TABLESPACE,
                missing.isEmpty()
                        ? List.of()
                        : List.of(
                                "left out, since the server lacks them or the user may not create in them: tablespaces "
                                        + String.join(", ", missing)));
    }
}
