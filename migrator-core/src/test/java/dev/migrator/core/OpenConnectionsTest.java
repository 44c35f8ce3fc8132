package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private final TestPostgres server = TestPostgres.newest();
    private final OpenConnections connections = new OpenConnections();
    private final Database watched =
            connections.watching(Effects.REAL).databases().apply(server.database("template1"));

    @Test
    void whatAServerIsBusyWithIsGivenUp() throws SQLException {
        try (Connection busy = watched.named("postgres").connect()) {
            CompletableFuture<Void> sleeping = CompletableFuture.runAsync(() -> sleep(busy));
            OpenConnections.Open open = connections.now();
            while (!sleeping.isDone()) {
                open.cancelStatements();
            }
            assertThatThrownBy(sleeping::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("canceling statement due to user request");
        }
    }

    @Test
    void whatIsOpenedAfterwardsWorksOn() throws SQLException {
        try (Connection before = watched.named("postgres").connect()) {
            OpenConnections.Open open = connections.now();
            try (Connection after = watched.named("postgres").connect()) {
                assertThat(open.connections()).containsExactly(before).doesNotContain(after);
            }
        }
    }

    @Test
    void whatIsClosedIsForgotten() throws SQLException {
        watched.named("postgres").connect().close();
        assertThat(connections.now().connections()).isEmpty();
    }

    private static void sleep(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_catalog.pg_sleep(3600)");
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
