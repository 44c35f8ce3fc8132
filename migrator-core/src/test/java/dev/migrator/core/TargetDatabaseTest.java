package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TargetDatabaseTest {

    private static final EmbeddedServer OWN = new EmbeddedServer(
            18, 5433, "secret", Path.of("cache", "servers", "app", "18"), EmbeddedServer.Origin.FOUND);

    @Test
    void aFailureOfAServerOfOurOwnNamesTheFolderOfItsData() {
        TargetDatabase target = new TargetDatabase(OWN.database("test_app"), OWN.password(), OWN);
        assertThatThrownBy(() -> target.during(TargetDatabaseTest::fullDisk))
                .hasMessage("the disk of the server is full: PostgreSQL 18 on port 5433 in " + OWN.home()
                        + ". Make room on the server's disk, then run again");
    }

    @Test
    void aFailureOfAnotherServerNamesItsAddress() {
        TargetDatabase target = new TargetDatabase(OWN.database("test_app"), null, null);
        assertThatThrownBy(() -> target.during(TargetDatabaseTest::fullDisk)).hasMessageContaining("db.example:5432");
    }

    private static Object fullDisk() {
        throw ServerFailureException.in(new SQLException("could not extend file", "53100"), "db.example:5432")
                .orElseThrow();
    }
}
