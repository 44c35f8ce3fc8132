package dev.migrator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestPostgresTest {

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void servers_of_all_majors_under_test_start(int major) throws SQLException {
        try (var connection = TestPostgres.of(major).maintenance().connect()) {
            assertThat(ServerVersion.of(connection).major()).isEqualTo(major);
        }
    }

    @Test
    void a_created_database_is_empty_and_its_name_is_its_own() throws SQLException {
        Database one = TestPostgres.newest().createDatabase("shop");
        Database other = TestPostgres.newest().createDatabase("shop");

        assertThat(one.name()).startsWith("shop").isNotEqualTo(other.name());
        try (var connection = one.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*), current_database() FROM pg_class"
                        + " WHERE relnamespace = 'public'::regnamespace")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
            assertThat(row.getString(2)).isEqualTo(one.name());
        }
    }

    @Test
    void publications_and_prepared_transactions_are_to_be_had() throws SQLException {
        try (var connection = TestPostgres.newest().maintenance().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('wal_level'),"
                        + " current_setting('max_prepared_transactions')::int > 0")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("logical");
            assertThat(row.getBoolean(2)).isTrue();
        }
    }
}
