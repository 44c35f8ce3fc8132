package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseStateTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void givesAnotherDatabaseTheSameSettingsOwnerPrivilegesAndComment(int major) throws Exception {
        TestPostgres server = TestPostgres.of(major);
        Database source = server.createDatabase("state");
        String name = SqlText.name(source.name());
        RoundTrip.run(source, """
                DO $$BEGIN CREATE ROLE state_reader; EXCEPTION WHEN duplicate_object THEN END$$;
                ALTER DATABASE %1$s SET search_path = "$user", 'we"ird, name', public;
                ALTER DATABASE %1$s SET "my.setting" = 'it''s';
                ALTER DATABASE %1$s SET work_mem = '64MB';
                ALTER ROLE state_reader IN DATABASE %1$s SET lock_timeout = '7s';
                ALTER DATABASE %1$s CONNECTION LIMIT 17;
                ALTER DATABASE %1$s OWNER TO pg_monitor;
                REVOKE CONNECT ON DATABASE %1$s FROM PUBLIC; GRANT CREATE ON DATABASE %1$s TO pg_read_all_stats WITH GRANT OPTION;
                COMMENT ON DATABASE %1$s IS 'a ''state'''""".formatted(name));
        Database target = server.createDatabase("state");
        DatabaseState state = RoundTrip.read(source).database();
        try (Connection connection = server.maintenance().connect();
                var statement = connection.createStatement()) {
            for (Statement next : state.plan(target.name()).statements()) {
                statement.execute(next.sql());
            }
        }
        assertThat(RoundTrip.read(target).database()).isEqualTo(state);
        assertThat(state.settings())
                .extracting(DatabaseState.Setting::toString)
                .containsExactly(
                        "search_path TO '$user', 'we\"ird, name', 'public'",
                        "my.setting TO 'it''s'",
                        "work_mem TO '64MB'");
        assertThat(state.roleSettings())
                .containsExactly(new DatabaseState.RoleSettings(
                        "state_reader", List.of(new DatabaseState.Setting("lock_timeout", "'7s'"))));
        assertThat(state.connectionLimit()).isEqualTo(17);
        assertThat(state.encoding()).isEqualTo("UTF8");
    }

    @Test
    void tellsItsTablespace() throws Exception {
        String fast = TestPostgres.newest().createTablespace("fast");
        Database database = TestPostgres.newest().createDatabase("state");
        assertThat(RoundTrip.read(database).database().tablespace()).isNull();
        RoundTrip.run(
                TestPostgres.newest().maintenance(),
                "ALTER DATABASE " + SqlText.name(database.name()) + " SET TABLESPACE " + fast);
        assertThat(RoundTrip.read(database).database().tablespace()).isEqualTo(fast);
    }
}
