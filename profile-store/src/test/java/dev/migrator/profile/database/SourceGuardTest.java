package dev.migrator.profile.database;

import static dev.migrator.profile.database.Replacement.tableExists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The database that a profile is captured from is never the target. */
class SourceGuardTest {

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void theSourceIsRefusedEvenWhenItIsNamedForThisRun() throws SQLException {
        Database target = server.createDatabase("source");

        assertThatThrownBy(() -> Replacement.of(target)
                        .source(target)
                        .overwrite(target.name())
                        .run())
                .isInstanceOf(TargetException.IsSource.class);
    }

    @Test
    void theSourceIsKnownThroughAnotherNameOfItsHost() throws SQLException {
        Database target = server.createDatabase("source");
        Database source = throughAnotherHostName(target, server.password());
        assertThat(source.server()).isNotEqualTo(target.server());

        assertThatThrownBy(() -> Replacement.of(target).source(source).run())
                .isInstanceOf(TargetException.IsSource.class);
    }

    @Test
    void theSourceIsKnownByItsAddressEvenWhereItsPasswordIsWrong() throws SQLException {
        Database target = server.createDatabase("source");
        Database source = throughAnotherHostName(target, "wrong");

        assertThatThrownBy(() -> Replacement.of(target).source(source).run())
                .isInstanceOf(TargetException.IsSource.class);
    }

    @Test
    void anotherDatabaseOfTheSourcesServerIsNotTheSource() throws SQLException {
        Database target = server.createDatabase("target");

        Replacement.of(target).source(server.createDatabase("source")).run();

        assertThat(tableExists(target, "restored")).isTrue();
    }

    @Test
    void aSourceThatCannotBeReachedDoesNotHoldUpARestore() throws SQLException {
        Database target = server.createDatabase("target");
        Database unreachable = JdbcDatabase.of("jdbc:postgresql://127.0.0.1:1/" + target.name());

        Replacement.of(target).source(unreachable).run();

        assertThat(tableExists(target, "restored")).isTrue();
    }

    private Database throughAnotherHostName(Database target, String password) {
        String host = server.host().equals("localhost") ? "127.0.0.1" : "localhost";
        return JdbcDatabase.of(
                "jdbc:postgresql://" + host + ":" + server.port() + "/" + target.name(),
                new Credentials(server.user(), password));
    }
}
