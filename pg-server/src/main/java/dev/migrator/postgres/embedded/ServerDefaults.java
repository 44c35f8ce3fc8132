package dev.migrator.postgres.embedded;

import java.util.Map;

/** The settings of every embedded server: reached by this machine alone, and fast, since what it holds can be restored again. */
final class ServerDefaults {

    /** Loopback and scram: the only way in is by TCP from this machine and with the password, for its superuser too. */
    static final String HOST_BASED_AUTHENTICATION = "host all all 127.0.0.1/32 scram-sha-256\n";

    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            // A crash of the server loses nothing by these, one of the machine may: then the data directory is made
            // anew.
            Map.entry("fsync", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("synchronous_commit", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            // A schema of many tables is restored in one transaction now and then.
            Map.entry("max_locks_per_transaction", "256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"),
            // DETAIL, CONTEXT and the statement hold values of rows; they must not end up in a log file.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private ServerDefaults() {}
}
