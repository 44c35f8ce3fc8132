package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.JdbcDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an embedded server is like; the tests share one. */
class EmbeddedServerTest {

    private static final TestCluster CLUSTER = TestCluster.newest();
    private static final EmbeddedServer SERVER = CLUSTER.start();

    @AfterAll
    static void discard() {
        CLUSTER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen_addresses | 127.0.0.1",
                "unix_socket_directories | ''",
                "password_encryption | scram-sha-256",
                "fsync | off",
                "full_page_writes | off",
                "synchronous_commit | off",
                "wal_level | minimal",
                "server_encoding | UTF8",
            })
    void it_is_for_this_machine_alone_and_fast(String setting, String value) throws SQLException {
        assertThat(TestCluster.ask(SERVER.maintenance(), "SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void text_sorts_by_code_point_on_every_machine_and_letters_beyond_ascii_are_letters() throws SQLException {

        assertThat(TestCluster.ask(SERVER.maintenance(), "SELECT 'Z' < 'a' AND 'z' < 'ä'"))
                .isEqualTo("t");
        assertThat(TestCluster.ask(SERVER.maintenance(), "SELECT upper('größe')"))
                .isEqualTo("GRÖßE");
    }

    @Test
    void nobody_gets_in_without_the_password() {
        String url = "jdbc:postgresql://127.0.0.1:" + SERVER.port() + "/postgres";

        assertThat(SERVER.password()).hasSizeGreaterThan(30);
        assertThat(SERVER.toString()).doesNotContain(SERVER.password());
        assertThatThrownBy(() ->
                        JdbcDatabase.of(url, new Credentials("postgres", null)).connect())
                .hasMessageContaining("rejects the login");
        assertThatThrownBy(() -> JdbcDatabase.of(url, new Credentials("postgres", "guess"))
                        .connect())
                .hasMessageContaining("refuses the password");
    }

    @Test
    void nobody_else_can_read_its_files() throws IOException {
        try (Stream<Path> files = Files.walk(CLUSTER.home())) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
        assertThat(CLUSTER.home().resolve("initial-password")).doesNotExist();
    }

    @Test
    void its_log_holds_no_value_of_a_row() throws SQLException, IOException {
        TestCluster.run(SERVER.maintenance(), "CREATE TABLE public.t (c text PRIMARY KEY)");
        TestCluster.run(SERVER.maintenance(), "INSERT INTO public.t VALUES ('geheim')");

        assertThatThrownBy(() -> TestCluster.run(SERVER.maintenance(), "INSERT INTO public.t VALUES ('geheim')"))
                .hasMessageContaining("geheim");

        assertThat(CLUSTER.home().resolve("log").resolve("server.log"))
                .content()
                .contains("duplicate key")
                .doesNotContain("geheim");
    }

    @Test
    void nothing_of_the_environment_of_a_build_reaches_it() throws Exception {
        String environment = Program.run(List.of("env")).output();

        assertThat(System.getenv()).hasSizeGreaterThan(3);
        assertThat(environment.lines().map(line -> line.substring(0, line.indexOf('='))))
                .contains("PATH")
                .isSubsetOf("PATH", "LD_LIBRARY_PATH", "TMPDIR", "TMP", "TEMP", "LC_ALL", "PWD", "SHLVL", "_");
        assertThat(environment).contains("LC_ALL=C");
    }
}
