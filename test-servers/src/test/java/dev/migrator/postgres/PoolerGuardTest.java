package dev.migrator.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.testing.PgBouncer;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PoolerGuardTest {

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void a_server_itself_passes() {
        assertThatCode(() -> PoolerGuard.check(server.maintenance())).doesNotThrowAnyException();
    }

    @Test
    void a_pooler_in_session_mode_passes() throws IOException {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(server, "session")) {
            assertThatCode(() -> PoolerGuard.check(pooler.database("postgres"))).doesNotThrowAnyException();
        }
    }

    @Test
    void a_pooler_in_transaction_mode_is_refused() throws IOException {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(server, "transaction")) {
            assertThatThrownBy(() -> PoolerGuard.check(pooler.database("postgres")))
                    .isInstanceOf(SharedSessionException.class)
                    .hasMessage("a connection pooler in transaction mode stands in front of the server: 127.0.0.1:"
                            + pooler.port()
                            + ". Give the URL of the PostgreSQL server itself, or of a pool with pool_mode = session");
        }
    }

    @Test
    void a_pooler_in_statement_mode_is_refused() throws IOException {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(server, "statement")) {
            assertThatThrownBy(() -> PoolerGuard.check(pooler.database("postgres")))
                    .isInstanceOf(SharedSessionException.class);
        }
    }
}
