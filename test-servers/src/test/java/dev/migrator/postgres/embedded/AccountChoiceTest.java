package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.embedded.EmbeddedServer.Origin;
import dev.migrator.testing.ForkedJvm;
import dev.migrator.testing.Programs;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class AccountChoiceTest {

    /** The ways that this machine and this user have; others are not to be tested here. */
    static Stream<ServerAccount> waysThatWork() {
        return AccountChoice.all().stream().filter(ServerAccount::works);
    }

    @ParameterizedTest
    @MethodSource("waysThatWork")
    void a_server_runs_in_each_way_that_works_here(ServerAccount way) throws Exception {
        Programs programs = new Programs();
        EmbeddedServers servers = new EmbeddedServers(programs, programs.cache(), () -> way);
        try (TestCluster cluster = new TestCluster(servers, programs.cache(), TestPostgres.newestMajor())) {
            EmbeddedServer first = cluster.start();
            TestCluster.createDatabase(first, "kept");
            assertThat(cluster.start().origin()).isEqualTo(Origin.FOUND);
            servers.stop(cluster.spec);

            EmbeddedServer again = cluster.start();

            assertThat(again.origin()).isEqualTo(Origin.STARTED);
            assertThat(TestCluster.databaseExists(again, "kept")).isTrue();
        }
    }

    @Test
    void as_root_more_than_one_way_is_tried() {
        assumeTrue(AccountChoice.isRoot(), "for root only");

        assertThat(AccountChoice.all()).extracting(ServerAccount::how).startsWith("unshare", "setpriv", "runuser");
        assertThat(AccountChoice.all()).doesNotContain(ServerAccount.PLAIN);
    }

    @Test
    void root_s_data_of_another_account_lies_where_the_account_gets_to(@TempDir Path directory) throws Exception {
        assumeTrue(AccountChoice.isRoot(), "for root only");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        ServerAccount other =
                waysThatWork().filter(way -> way.owner() != null).findFirst().orElseThrow();

        Path reachable = ReachableCache.of(directory.resolve("cache"), other);

        assertThat(reachable.startsWith(directory)).isFalse();
        assertThat(other.reaches(reachable.getParent())).isTrue();
        assertThat(ReachableCache.of(directory.resolve("cache"), ServerAccount.PLAIN))
                .startsWith(directory);
    }

    @Test
    void data_that_was_made_in_one_way_goes_on_in_it_when_another_comes_first() throws Exception {
        assumeTrue(AccountChoice.isRoot(), "for root only");
        Programs programs = new Programs();
        ServerAccount other =
                waysThatWork().filter(way -> way.owner() != null).findFirst().orElseThrow();
        EmbeddedServers before = new EmbeddedServers(programs, programs.cache(), () -> other);
        assumeTrue(ReachableCache.of(programs.cache(), other).equals(programs.cache()), "nobody gets to this cache");
        try (TestCluster cluster = new TestCluster(before, programs.cache(), TestPostgres.newestMajor())) {
            TestCluster.createDatabase(cluster.start(), "kept");
            cluster.servers.stop(cluster.spec);

            EmbeddedServer again = new EmbeddedServers(programs, programs.cache()).findOrStart(cluster.spec);

            assertThat(again.origin()).isEqualTo(Origin.STARTED);
            assertThat(TestCluster.databaseExists(again, "kept")).isTrue();
        }
    }

    @Test
    void where_no_way_works_all_that_were_tried_are_named() {
        ServerAccount broken = new ServerAccount("broken", List.of("false"), null);
        ServerAccount missing = new ServerAccount("missing", List.of("no-such-tool"), null);

        assertThatThrownBy(() -> AccountChoice.first(List.of(broken, missing)))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("PostgreSQL runs neither as root")
                .hasMessageContaining("tried broken, missing")
                .hasMessageContaining("Run the build as an ordinary user");
    }

    @Test
    void an_ordinary_user_starts_a_server_of_its_own(@TempDir Path directory) throws Exception {
        assumeTrue(AccountChoice.isRoot(), "an ordinary user runs all the other tests");
        List<String> asNobody = AccountChoice.all().stream()
                .filter(way -> "nobody".equals(way.owner()) && way.works())
                .findFirst()
                .orElseThrow()
                .prefix();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jars = Files.createDirectory(directory.resolve("jars"));
        String version = PinnedBinaries.version(TestPostgres.newestMajor());
        Path jar = new Programs().jar(Platform.current().classifier(), version);
        Files.copy(jar, jars.resolve(jar.getFileName()));
        Path cache = Files.createDirectory(directory.resolve("cache"));
        Files.setOwner(
                cache, cache.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        String classPath = ForkedJvm.copiedClassPath(Files.createDirectory(directory.resolve("classes")));

        ServerSpec spec = new ServerSpec("own", TestPostgres.newestMajor(), java.util.Map.of());
        String[] arguments = {cache.toString(), spec.key(), Integer.toString(spec.major()), jars.toString()};
        try {
            String first = ForkedJvm.start(asNobody, classPath, StartServer.class, arguments)
                    .output();
            String second = ForkedJvm.start(asNobody, classPath, StartServer.class, arguments)
                    .output();

            assertThat(first).matches("CREATED \\d+");
            assertThat(second).isEqualTo(first.replace("CREATED", "FOUND"));
        } finally {
            new EmbeddedServers((platform, wanted) -> jar, cache).discard(spec);
        }
    }
}
