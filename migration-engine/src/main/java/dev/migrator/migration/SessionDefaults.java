package dev.migrator.migration;

import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that a session of the database has by itself: scripts run in them, so that they do the same as with psql on a server in
 * production, whereas sessions of ours fix theirs. Only time limits are ours, and notices stay unsent.
 *
 * <p>The driver sends two settings of its own when it connects, which {@code RESET} therefore goes back to; what the database, the role
 * or the server's files say about these two has to be looked up. The driver can read no DateStyle but ISO: only the order of day and
 * month is the database's.
 */
final class SessionDefaults {

    /** Strongest last. */
    private static final String OF_ROLE_AND_DATABASE = """
            SELECT lower(split_part(setting, '=', 1)), substr(setting, strpos(setting, '=') + 1)
            FROM pg_catalog.pg_db_role_setting s, unnest(s.setconfig) AS setting
            WHERE s.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))
              AND s.setrole IN (0, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = session_user))
            ORDER BY s.setrole <> 0, s.setdatabase <> 0
            """;

    private static final String MAY_READ_FILES = "SELECT has_table_privilege('pg_catalog.pg_file_settings', 'SELECT')"
            + " AND has_function_privilege('pg_catalog.pg_show_all_file_settings()', 'EXECUTE')";

    private static final String OF_FILES = """
            SELECT lower(name), setting
            FROM pg_catalog.pg_file_settings
            WHERE applied
            """;

    private final String reset;

    private SessionDefaults(Map<String, String> settings, ServerVersion version, MigrationSettings.Limits limits) {
        this.reset = """
                CLOSE ALL;
                RESET SESSION AUTHORIZATION;
                RESET ALL;
                DEALLOCATE ALL;
                UNLISTEN *;
                DISCARD TEMP;
                DISCARD SEQUENCES;
                SET TimeZone = %s;
                SET DateStyle = %s;
                SET statement_timeout = %d;
                SET lock_timeout = %d;
                SET idle_in_transaction_session_timeout = 0;
                SET idle_session_timeout = 0;
                SET client_min_messages = warning;
                """.formatted(
                                SqlText.literal(settings.getOrDefault("timezone", "UTC")),
                                SqlText.literal("ISO, " + dateOrder(settings.getOrDefault("datestyle", ""))),
                                limits.statementTimeout().toMillis(),
                                limits.lockTimeout().toMillis())
                + (version.atLeast(17) ? "SET transaction_timeout = 0;\n" : "");
    }

    /** Finds out what they are, with no time limits; outside of a transaction. */
    static SessionDefaults of(Connection connection) throws SQLException {
        return of(connection, MigrationSettings.DEFAULT_LIMITS);
    }

    /** Finds out what they are; outside of a transaction. */
    static SessionDefaults of(Connection connection, MigrationSettings.Limits limits) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (var statement = connection.createStatement()) {
            boolean files;
            try (var row = statement.executeQuery(MAY_READ_FILES)) {
                files = row.next() && row.getBoolean(1);
            }
            for (String query :
                    files ? new String[] {OF_FILES, OF_ROLE_AND_DATABASE} : new String[] {OF_ROLE_AND_DATABASE}) {
                try (var row = statement.executeQuery(query)) {
                    while (row.next()) {
                        settings.put(row.getString(1), row.getString(2));
                    }
                }
            }
        }
        return new SessionDefaults(settings, ServerVersion.of(connection), limits);
    }

    /** Makes the session as good as new, but for its advisory locks; outside of a transaction. */
    void restore(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(reset);
        }
    }

    /** The setting of a session as good as new. */
    boolean standardConformingStrings(Connection connection) throws SQLException {
        restore(connection);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW standard_conforming_strings")) {
            row.next();
            return row.getString(1).equals("on");
        }
    }

    /** {@code German} stands for day before month, where nothing else is said. */
    private static String dateOrder(String dateStyle) {
        String style = dateStyle.toUpperCase(Locale.ROOT);
        if (style.contains("YMD")) {
            return "YMD";
        }
        boolean dayFirst = style.contains("DMY")
                || (style.contains("EURO") && !style.contains("NONEURO"))
                || (style.contains("GERMAN") && !style.contains("MDY"));
        return dayFirst ? "DMY" : "MDY";
    }
}
