package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.embedded.EmbeddedServer.Origin;
import dev.migrator.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class EmbeddedServersTest {

    private final TestCluster cluster = TestCluster.newest();

    @AfterEach
    void discard() {
        cluster.close();
    }

    @Test
    void the_first_start_sets_a_server_up_and_the_second_finds_it() throws Exception {
        EmbeddedServer first = cluster.start();
        long process = cluster.postmaster().pid();
        EmbeddedServer second = cluster.start();

        assertThat(first.origin()).isEqualTo(Origin.CREATED);
        assertThat(second.origin()).isEqualTo(Origin.FOUND);
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(cluster.postmaster().pid()).isEqualTo(process);
        assertThat(cluster.servers.find(cluster.spec)).contains(second);
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void each_major_under_test_runs_in_its_pinned_release(int major) throws SQLException {
        try (TestCluster other = TestCluster.of(major);
                var connection = other.start().maintenance().connect()) {
            assertThat(PinnedBinaries.version(major)).startsWith(ServerVersion.of(connection) + ".");
        }
    }

    @Test
    void a_stopped_server_starts_again_on_its_port_with_its_databases() throws SQLException {
        EmbeddedServer before = cluster.start();
        TestCluster.createDatabase(before, "kept");

        assertThat(cluster.servers.stop(cluster.spec)).isTrue();
        assertThat(cluster.servers.find(cluster.spec)).isEmpty();
        assertThat(cluster.servers.stop(cluster.spec)).isFalse();

        EmbeddedServer again = cluster.start();
        assertThat(again.origin()).isEqualTo(Origin.STARTED);
        assertThat(again.port()).isEqualTo(before.port());
        assertThat(TestCluster.databaseExists(again, "kept")).isTrue();
    }

    @Test
    void other_settings_restart_the_server_and_keep_its_databases() throws SQLException {
        TestCluster.createDatabase(cluster.start(), "kept");
        ServerSpec other = new ServerSpec(cluster.spec.key(), cluster.spec.major(), Map.of("work_mem", "7MB"));

        EmbeddedServer changed = cluster.servers.findOrStart(other);

        assertThat(changed.origin()).isEqualTo(Origin.STARTED);
        assertThat(TestCluster.ask(changed.maintenance(), "SHOW work_mem")).isEqualTo("7MB");
        assertThat(TestCluster.databaseExists(changed, "kept")).isTrue();
        assertThat(cluster.servers.findOrStart(other).origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void a_discarded_server_leaves_nothing_but_a_lock() throws IOException {
        cluster.start();
        long process = cluster.postmaster().pid();

        cluster.servers.discard(cluster.spec);

        ProcessHandle.of(process).ifPresent(ended -> ended.onExit().join());
        assertThat(cluster.home()).doesNotExist();
    }

    @Test
    void a_cache_with_blanks_quotes_and_umlauts_in_its_path_works(@TempDir Path directory) {
        Path cache = directory.resolve("it's a " + odd() + " cache");
        try (TestCluster odd =
                new TestCluster(new EmbeddedServers(new Programs(), cache), cache, cluster.spec.major())) {
            assertThat(odd.start().origin()).isEqualTo(Origin.CREATED);
            assertThat(odd.start().origin()).isEqualTo(Origin.FOUND);
        }
    }

    /** Java can name no file beyond ASCII where the locale is POSIX. */
    private static String odd() {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? "größer" : "plain";
    }

    @Test
    void a_cache_that_cannot_be_written_is_told_with_its_owner(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new EmbeddedServers(new Programs(), file).findOrStart(cluster.spec))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageStartingWith("cannot use the directory of the embedded server: " + file)
                .hasMessageEndingWith("or set migrator.cacheDirectory");
    }

    @Test
    void a_major_that_is_not_to_be_had_is_told_with_those_that_are() {
        ServerSpec ancient = new ServerSpec(cluster.spec.key(), 9, Map.of());

        assertThatThrownBy(() -> cluster.servers.findOrStart(ancient))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessage("no embedded PostgreSQL of this major: 9."
                        + " Set postgres to one of [14, 15, 16, 17, 18] in migrator.yaml, or give the URL of a server");
    }

    @Test
    void a_setting_that_postgresql_does_not_know_is_told_in_the_servers_words() {
        ServerSpec wrong = new ServerSpec(cluster.spec.key(), cluster.spec.major(), Map.of("wrok_mem", "7MB"));

        assertThatThrownBy(() -> cluster.servers.findOrStart(wrong))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("starting PostgreSQL")
                .hasMessageContaining("unrecognized configuration parameter \"wrok_mem\"");
    }
}
