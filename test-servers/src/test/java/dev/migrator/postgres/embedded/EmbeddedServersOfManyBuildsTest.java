package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.embedded.EmbeddedServer.Origin;
import dev.migrator.testing.ForkedJvm;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Builds one after the other and at the same time, each a JVM of its own. */
@Tag("slow")
class EmbeddedServersOfManyBuildsTest {

    private final TestCluster cluster = TestCluster.newest();

    @AfterEach
    void discard() {
        cluster.close();
    }

    @Test
    void a_server_outlives_the_build_that_started_it_and_the_next_build_finds_it() throws Exception {
        String output = build().output();

        EmbeddedServer found = cluster.start();
        assertThat(found.origin()).isEqualTo(Origin.FOUND);
        assertThat(output).isEqualTo("CREATED " + found.port());
    }

    @Test
    void two_builds_at_once_get_the_same_server() throws Exception {
        ForkedJvm one = build();
        ForkedJvm other = build();
        int port;

        assertThat(List.of(one.output(), other.output()))
                .containsExactlyInAnyOrder("CREATED " + (port = cluster.start().port()), "FOUND " + port);
    }

    @Test
    void two_threads_of_one_build_get_the_same_server() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<EmbeddedServer>> servers = Stream.generate(() -> threads.submit(cluster::start))
                    .limit(4)
                    .toList();
            int port = cluster.start().port();
            for (Future<EmbeddedServer> server : servers) {
                assertThat(server.get().port()).isEqualTo(port);
            }
        } finally {
            threads.shutdown();
        }
    }

    private ForkedJvm build() throws Exception {
        return ForkedJvm.start(StartServer.class, StartServer.arguments(cluster.cache, cluster.spec));
    }
}
