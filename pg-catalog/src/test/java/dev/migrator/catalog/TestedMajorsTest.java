package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.testing.ServerOfAnotherMajor;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestedMajorsTest {

    private final Database database = TestPostgres.newest().maintenance();

    @ParameterizedTest
    @CsvSource({"READ, 13", "READ, 20", "WRITTEN, 14", "WRITTEN, 20", "WRITTEN, 21"})
    void anyOtherMajorIsRefusedWithTheSettingThatOverridesIt(TestedMajors majors, int major) {
        Database other = new ServerOfAnotherMajor(database, major);
        assertThatThrownBy(() -> majors.only(other).named("template1").connect())
                .isInstanceOf(UntestedServerException.class)
                .hasMessage(
                        "PostgreSQL %d is not tested for this: %s runs %d.1. Use a server of %s, or take the risk that something is lost: "
                                        .formatted(major, database.server(), major, majors)
                                + "-Dmigrator.untestedServers=true");
    }

    @ParameterizedTest
    @CsvSource({"READ, 14", "READ, 19", "WRITTEN, 15", "WRITTEN, 19"})
    void everyTestedMajorIsConnectedTo(TestedMajors majors, int major) throws Exception {
        try (Connection connection =
                majors.only(new ServerOfAnotherMajor(database, major)).connect()) {
            assertThat(connection.isValid(0)).isTrue();
        }
    }

    @Test
    void everyMajorUnderTestIsTested() {
        assertThat(TestPostgres.majors())
                .allMatch(major -> TestedMajors.READ.contain(new ServerVersion(major * 10_000)));
    }
}
