package dev.migrator.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The settings of every session of ours, so that the text of a value does not depend on the server's, the database's or the role's
 * defaults, no time limit ends a long COPY, and no query over the catalog is compiled for longer than it runs.
 */
public final class SessionSettings {

    private static final String FIX = """
            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET idle_session_timeout = 0;
            SET default_transaction_isolation = 'read committed';
            SET default_transaction_read_only = off;
            SET default_transaction_deferrable = off;
            SET client_encoding = 'UTF8';
            SET TimeZone = 'UTC';
            SET DateStyle = 'ISO, YMD';
            SET IntervalStyle = 'postgres';
            SET extra_float_digits = 3;
            SET bytea_output = 'hex';
            SET lc_monetary = 'C';
            SET xmloption = 'content';
            SET xmlbinary = 'base64';
            SET quote_all_identifiers = off;
            SET standard_conforming_strings = on;
            SET synchronize_seqscans = off;
            SET client_min_messages = warning;
            SET row_security = off;
            SET jit = off;
            SET search_path = '';
            """;

    private SessionSettings() {}

    /** Fixes the settings on a connection that has just been opened, outside of a transaction, to a server of {@code version}. */
    public static void fix(Connection connection, ServerVersion version) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(FIX);
            if (version.atLeast(17)) {
                statement.execute("SET transaction_timeout = 0");
            }
        }
    }
}
