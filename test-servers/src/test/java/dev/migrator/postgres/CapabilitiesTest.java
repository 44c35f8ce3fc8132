package dev.migrator.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilitiesTest {

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void a_superuser_may_do_everything(int major) throws SQLException {
        try (Connection connection = TestPostgres.of(major).maintenance().connect()) {
            assertThat(Capabilities.probe(connection))
                    .isEqualTo(new Capabilities(true, true, true, true, true, true, true, true));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void a_role_with_nothing_may_do_nothing(int major) throws SQLException {
        assertThat(probe(major, "nothing", ""))
                .isEqualTo(new Capabilities(false, false, false, false, false, false, false, false));
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void each_right_is_found_by_itself(int major) throws SQLException {
        assertThat(probe(major, "creates_databases", "ALTER ROLE creates_databases CREATEDB"))
                .isEqualTo(new Capabilities(false, true, false, false, false, false, false, false));
        assertThat(probe(major, "creates_roles", "ALTER ROLE creates_roles CREATEROLE"))
                .isEqualTo(new Capabilities(false, false, true, false, false, false, false, false));
        assertThat(probe(major, "terminates", "GRANT pg_signal_backend TO terminates"))
                .isEqualTo(new Capabilities(false, false, false, false, true, false, false, false));
        assertThat(probe(major, "bypasses", "ALTER ROLE bypasses BYPASSRLS"))
                .isEqualTo(new Capabilities(false, false, false, false, false, true, false, false));
        assertThat(probe(major, "reads", "GRANT pg_read_all_data TO reads"))
                .isEqualTo(new Capabilities(false, false, false, false, false, false, true, false));
        assertThat(probe(major, "extends", "GRANT CREATE ON DATABASE postgres TO extends"))
                .isEqualTo(new Capabilities(false, false, false, false, false, false, false, true));
        if (major >= 15) {
            assertThat(probe(major, "replicates", "GRANT SET ON PARAMETER session_replication_role TO replicates"))
                    .isEqualTo(new Capabilities(false, false, false, true, false, false, false, false));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void probing_leaves_the_connection_as_it_was(int major) throws SQLException {
        try (Connection connection = TestPostgres.of(major).maintenance().connect();
                var statement = connection.createStatement()) {
            Capabilities.probe(connection);

            assertThat(connection.getAutoCommit()).isTrue();
            try (var row = statement.executeQuery("SHOW session_replication_role")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("origin");
            }
        }
    }

    private static Capabilities probe(int major, String role, String grant) throws SQLException {
        TestPostgres server = TestPostgres.of(major);
        try (Connection connection = server.maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + SqlText.name(role) + " LOGIN PASSWORD 'pw'");
            if (!grant.isEmpty()) {
                statement.execute(grant);
            }
        }
        try (Connection connection = server.database("postgres", role, "pw").connect()) {
            return Capabilities.probe(connection);
        }
    }
}
