package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.embedded.EmbeddedServer.Origin;
import dev.migrator.testing.TestPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What kills, reboots and strangers leave behind, and what the next start makes of it. */
@Tag("slow")
class EmbeddedServersAfterCrashTest {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    private final TestCluster cluster = TestCluster.newest();

    @AfterEach
    void discard() {
        cluster.close();
    }

    @Test
    void a_server_that_was_killed_starts_again_with_its_databases() throws Exception {
        TestCluster.createDatabase(cluster.start(), "kept");
        cluster.killHard();

        EmbeddedServer again = cluster.start();

        assertThat(again.origin()).isEqualTo(Origin.STARTED);
        assertThat(TestCluster.databaseExists(again, "kept")).isTrue();
    }

    @Test
    void a_number_that_another_process_got_since_is_not_taken_for_the_server() throws Exception {
        TestCluster.createDatabase(cluster.start(), "kept");
        cluster.killHard();
        cluster.forgePostmaster(PID_LINE, ProcessHandle.current().pid());

        EmbeddedServer again = cluster.start();

        assertThat(again.origin()).isEqualTo(Origin.STARTED);
        assertThat(TestCluster.databaseExists(again, "kept")).isTrue();
    }

    @Test
    void a_number_that_another_postgresql_got_since_is_not_taken_for_the_server() throws Exception {
        try (TestCluster other = TestCluster.newest()) {
            other.start();
            cluster.start();
            cluster.killHard();
            cluster.forgePostmaster(PID_LINE, other.postmaster().pid());

            assertThat(cluster.start().origin()).isEqualTo(Origin.STARTED);
            assertThat(other.start().origin()).isEqualTo(Origin.FOUND);
        }
    }

    @Test
    void another_server_on_the_port_is_not_taken_for_the_server() throws Exception {
        EmbeddedServer before = cluster.start();
        cluster.killHard();
        cluster.forgePostmaster(PORT_LINE, TestPostgres.newest().port());

        EmbeddedServer again = cluster.start();

        assertThat(again.origin()).isEqualTo(Origin.STARTED);
        assertThat(again.port())
                .isEqualTo(before.port())
                .isNotEqualTo(TestPostgres.newest().port());
    }

    @Test
    void a_port_that_another_program_took_meanwhile_is_left_to_it() throws Exception {
        EmbeddedServer before = cluster.start();
        cluster.servers.stop(cluster.spec);

        try (ServerSocket taken = new ServerSocket(before.port(), 1, InetAddress.getLoopbackAddress())) {
            EmbeddedServer again = cluster.start();

            assertThat(again.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(TestCluster.ask(again.maintenance(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_port_that_is_taken_between_choice_and_start_is_given_up() throws Exception {
        EmbeddedServer before = cluster.start();
        cluster.servers.stop(cluster.spec);
        ServerHome home = new ServerHome(cluster.cache, cluster.home(), AccountChoice.first());
        Installation installation = Installation.of(
                cluster.cache,
                (platform, version) -> {
                    throw new AssertionError("it is unpacked");
                },
                Platform.current(),
                PinnedBinaries.version(cluster.spec.major()));

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int[] ports = {taken.getLocalPort(), before.port()};
            int[] next = {0};
            int port = new Postmaster(home, installation).start(cluster.spec.configuration(), () -> ports[next[0]++]);

            assertThat(port).isEqualTo(before.port());
        }
    }

    @Test
    void after_the_machine_went_down_with_the_server_its_databases_are_not_trusted() throws Exception {
        TestCluster.createDatabase(cluster.start(), "doubtful");
        cluster.killHard();
        cluster.forgeReboot();

        EmbeddedServer again = cluster.start();

        assertThat(again.origin()).isEqualTo(Origin.RECREATED);
        assertThat(TestCluster.databaseExists(again, "doubtful")).isFalse();
        assertThat(cluster.start().origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void after_the_machine_went_down_without_the_server_its_databases_are_kept() throws Exception {
        TestCluster.createDatabase(cluster.start(), "kept");
        cluster.servers.stop(cluster.spec);
        cluster.forgeReboot();

        EmbeddedServer again = cluster.start();

        assertThat(again.origin()).isEqualTo(Origin.STARTED);
        assertThat(TestCluster.databaseExists(again, "kept")).isTrue();
    }

    @Test
    void a_set_up_that_was_killed_half_way_is_done_anew() throws Exception {
        cluster.start();
        cluster.servers.stop(cluster.spec);
        Files.move(cluster.data(), cluster.data().resolveSibling("data.new"));

        EmbeddedServer again = cluster.start();

        assertThat(again.origin()).isEqualTo(Origin.CREATED);
        assertThat(cluster.data().resolveSibling("data.new")).doesNotExist();
    }

    @Test
    void a_server_whose_password_is_lost_is_set_up_anew() throws Exception {
        cluster.start();
        cluster.servers.stop(cluster.spec);
        Files.delete(cluster.home().resolve("server.properties"));

        assertThat(cluster.start().origin()).isEqualTo(Origin.CREATED);
    }
}
