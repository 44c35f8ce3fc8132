package dev.migrator.testing;

import dev.migrator.postgres.embedded.EmbeddedServer;
import java.util.List;

/** The product's own embedded servers, with settings for tests. */
final class EmbeddedPostgres implements PostgresSource {

    @Override
    public List<Integer> majors() {
        return PostgresSource.wantedMajors();
    }

    @Override
    public TestPostgres start(int major) {
        EmbeddedServer server = ThrowAway.OF_THIS_JVM.postgres(major);
        return new TestPostgres(server.major(), "127.0.0.1", server.port(), server.password());
    }
}
