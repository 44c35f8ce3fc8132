package dev.migrator.testing;

import dev.migrator.postgres.embedded.EmbeddedServer;
import java.util.List;

/**
 * The product's own embedded servers, with settings for tests; for a major of which there are no binaries to embed, a throw-away server
 * that runs already and trusts its superuser: {@code -Dit.server.19=127.0.0.1:5419}.
 */
final class EmbeddedPostgres implements PostgresSource {

    @Override
    public List<Integer> majors() {
        return PostgresSource.wantedMajors();
    }

    @Override
    public TestPostgres start(int major) {
        String running = System.getProperty("it.server." + major);
        if (running != null) {
            String[] address = running.split(":", 2);
            return new TestPostgres(major, address[0], Integer.parseInt(address[1]), "");
        }
        EmbeddedServer server = ThrowAway.OF_THIS_JVM.postgres(major);
        return new TestPostgres(server.major(), "127.0.0.1", server.port(), server.password());
    }
}
