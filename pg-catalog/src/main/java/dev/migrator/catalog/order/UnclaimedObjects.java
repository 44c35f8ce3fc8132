package dev.migrator.catalog.order;

import static java.util.stream.Collectors.joining;

import dev.migrator.catalog.UnsupportedObjectException;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The guard that nothing is lost silently: every row that a user has made, in every catalog of the server that has OIDs, must be claimed
 * by a kind. The catalogs are asked of the server, so that those of a newer major are guarded before any kind knows them.
 */
public final class UnclaimedObjects {

    /** Large objects are rows to a capture, labels belong to their enum, and shared catalogs describe the whole server. */
    private static final String CATALOGS = """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'oid' AND a.attnum > 0
            WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relisshared
              AND c.relname NOT IN ('pg_largeobject_metadata', 'pg_enum')
            ORDER BY c.relname""";

    private static final String ROWS = """
            SELECT '%1$s' AS catalog, oid::bigint FROM pg_catalog.%1$s WHERE oid >= 16384%2$s""";

    /** The catalog itself holds passwords, and only a superuser may read it. */
    private static final String USER_MAPPINGS = """
            SELECT 'pg_user_mapping' AS catalog, umid::bigint AS oid FROM pg_catalog.pg_user_mappings WHERE umid >= 16384""";

    private static final String WITHOUT_TOAST = " AND relnamespace <> 'pg_toast'::regnamespace";

    /** An operator without a function is only a name, which another operator has or had for its commutator or negator. */
    private static final String WITHOUT_SHELLS = " AND oprcode <> 0";

    /** What has no row with an OID in a catalog of this database, and yet would be lost. */
    private static final String OTHERS = """
            SELECT 'partition that is being detached: ' || inhrelid::regclass AS name FROM pg_inherits WHERE inhdetachpending""";

    private static final String NAME = """
            SELECT o.type || ' ' || o.identity AS name FROM pg_identify_object('%s'::regclass, %d, 0) o""";

    private UnclaimedObjects() {}

    /** Fails on objects that are neither claimed nor outsiders, naming all of them. */
    public static void refuse(CatalogSession session, Claims claims, Outsiders outsiders) throws SQLException {
        List<String> names = session.query(OTHERS, row -> row.text("name"));
        List<Address> unclaimed = new ArrayList<>(all(session));
        unclaimed.removeIf(address -> outsiders.contains(address) || claims.of(address) != null);
        if (!unclaimed.isEmpty()) {
            names.addAll(session.query(
                    unclaimed.stream()
                            .map(address -> NAME.formatted(address.catalog(), address.oid()))
                            .collect(joining("\nUNION ALL\n")),
                    row -> row.text("name")));
        }
        if (!names.isEmpty()) {
            throw new UnsupportedObjectException(names.stream().sorted().toList());
        }
    }

    private static List<Address> all(CatalogSession session) throws SQLException {
        String rows = session.query(CATALOGS, row -> row.text("relname")).stream()
                .map(UnclaimedObjects::rows)
                .collect(joining("\nUNION ALL\n"));
        return session.query(rows, row -> new Address(row.text("catalog"), row.number("oid")));
    }

    private static String rows(String catalog) {
        return switch (catalog) {
            case "pg_user_mapping" -> USER_MAPPINGS;
            case "pg_class" -> ROWS.formatted(catalog, WITHOUT_TOAST);
            case "pg_operator" -> ROWS.formatted(catalog, WITHOUT_SHELLS);
            default -> ROWS.formatted(catalog, "");
        };
    }
}
