package dev.migrator.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectingTest {

    private final TestPostgres server = TestPostgres.newest();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statement_timeout | 0",
                "lock_timeout | 0",
                "idle_in_transaction_session_timeout | 0",
                "idle_session_timeout | 0",
                "TimeZone | UTC",
                "DateStyle | ISO, YMD",
                "IntervalStyle | postgres",
                "extra_float_digits | 3",
                "bytea_output | hex",
                "lc_monetary | C",
                "client_encoding | UTF8",
                "xmloption | content",
                "xmlbinary | base64",
                "quote_all_identifiers | off",
                "default_transaction_read_only | off",
                "default_transaction_isolation | read committed",
                "row_security | off",
                "application_name | migrator"
            })
    void settings_of_a_session_do_not_depend_on_those_of_the_database(String setting, String value)
            throws SQLException {
        try (Connection connection = contrary().connect();
                var statement = connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, setting);
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(value);
            }
        }
    }

    /** A database whose defaults are not ours in any respect. */
    private Database contrary() throws SQLException {
        Database database = server.createDatabase("contrary");
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (String setting : new String[] {
                "statement_timeout = 70000",
                "lock_timeout = 70000",
                "idle_in_transaction_session_timeout = 70000",
                "idle_session_timeout = 70000",
                "DateStyle = 'SQL, DMY'",
                "IntervalStyle = iso_8601",
                "extra_float_digits = 0",
                "bytea_output = escape",
                "lc_monetary = 'C.UTF-8'",
                "xmloption = document",
                "xmlbinary = hex",
                "quote_all_identifiers = on",
                "default_transaction_read_only = on",
                "default_transaction_isolation = serializable",
            }) {
                statement.execute("ALTER DATABASE " + SqlText.name(database.name()) + " SET " + setting);
            }
        }
        return database;
    }

    @Test
    void each_connection_is_one_of_its_own() throws SQLException {
        Database database = server.maintenance();
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            assertThat(one).isNotSameAs(other);
            assertThat(one.getAutoCommit()).isTrue();
        }
    }

    @Test
    void another_database_of_the_server_is_reached_with_the_same_login() throws SQLException {
        Database odd = server.createDatabase("we\"ird ü/&?");
        try (Connection connection = server.maintenance().named(odd.name()).connect()) {
            assertThat(connection.getCatalog()).isEqualTo(odd.name());
        }
    }

    @Test
    void a_wrong_password_is_told_with_the_user_and_without_the_password() {
        assertThatThrownBy(() ->
                        server.database("postgres", "postgres", "wrong-secret").connect())
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageStartingWith("the server refuses the password: user postgres at ")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    void a_missing_database_is_named() {
        assertThatThrownBy(() -> server.database("nowhere").connect())
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageStartingWith("database does not exist: nowhere at ");
    }

    @Test
    void a_server_that_does_not_run_is_told_by_host_and_port() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> JdbcDatabase.of("jdbc:postgresql://127.0.0.1:" + free + "/shop")
                        .connect())
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageStartingWith("the server cannot be reached: 127.0.0.1:" + free + ". ");
    }

    @Test
    void a_host_that_nobody_knows_is_told() {
        assertThatThrownBy(() -> JdbcDatabase.of("jdbc:postgresql://nowhere.invalid/shop")
                        .connect())
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageStartingWith("the host of the server is not known: nowhere.invalid:5432. ");
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_told() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/shop?loginTimeout=1";
            assertThatThrownBy(() -> JdbcDatabase.of(url).connect())
                    .isInstanceOf(DatabaseUnreachableException.class)
                    .hasMessageStartingWith("the server does not answer in time: 127.0.0.1:" + silent.getLocalPort());
        }
    }

    @Test
    void a_role_without_the_right_to_connect_is_told_the_grant() throws SQLException {
        Database closed = server.createDatabase("closed");
        run("REVOKE CONNECT ON DATABASE " + SqlText.name(closed.name()) + " FROM PUBLIC");
        run("CREATE ROLE outsider LOGIN PASSWORD 'pw'");

        assertThatThrownBy(
                        () -> server.database(closed.name(), "outsider", "pw").connect())
                .hasMessageStartingWith(
                        "the user may not connect to the database: user outsider, database " + closed.name())
                .hasMessageEndingWith("GRANT CONNECT ON DATABASE \"" + closed.name() + "\" TO \"outsider\"");
    }

    @Test
    void a_server_without_a_free_connection_is_told() throws SQLException {
        run("CREATE ROLE crowded LOGIN PASSWORD 'pw' CONNECTION LIMIT 1");
        Database database = server.database("postgres", "crowded", "pw");
        try (Connection only = database.connect()) {
            assertThat(only.isValid(0)).isTrue();
            assertThatThrownBy(database::connect).hasMessageStartingWith("the server has no connection left: ");
        }
    }

    @Test
    void a_database_that_accepts_nobody_is_told() throws SQLException {
        Database shut = server.createDatabase("shut");
        run("ALTER DATABASE " + SqlText.name(shut.name()) + " ALLOW_CONNECTIONS false");

        assertThatThrownBy(shut::connect).hasMessageStartingWith("the database accepts no connections: " + shut.name());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = server.maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
