package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import dev.migrator.postgres.Database;
import dev.migrator.testing.PgBouncer;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A source that cannot be reached, or not be read whole. */
class BadSourceIT extends BadInput {

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        refused(upload().with("migrator.source.url", "jdbc:postgresql://127.0.0.1:1/app"), "127.0.0.1:1", "reach");
    }

    @Test
    void aWrongPasswordNamesTheUserAndNotThePassword() throws Exception {
        MavenBuild build = upload().environment("MIGRATOR_SOURCE_PASSWORD", "not-the-password");
        MavenResult result = refused(build, "password", server.user());
        assertThat(result.output()).doesNotContain("not-the-password");
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamed() throws Exception {
        refused(
                upload().with(
                                "migrator.source.url",
                                source.named("nowhere_to_be_found").url()),
                "nowhere_to_be_found");
    }

    @Test
    void aTableThatMayNotBeReadIsNamedBeforeAnythingIsSent() throws Exception {
        run(
                source,
                "DROP ROLE IF EXISTS bad_input_reader; CREATE ROLE bad_input_reader LOGIN PASSWORD 'reader-secret'");
        MavenResult result = refused(
                upload().with("migrator.source.user", "bad_input_reader")
                        .environment("MIGRATOR_SOURCE_PASSWORD", "reader-secret"),
                "public.person",
                "GRANT");
        assertThat(result.output()).doesNotContain("reader-secret");
    }

    @Test
    void rowsThatRowSecurityHidesAreNotLeftOutSilently() throws Exception {
        run(source, """
                DROP ROLE IF EXISTS bad_input_filtered; CREATE ROLE bad_input_filtered LOGIN PASSWORD 'filtered-secret';
                GRANT SELECT ON public.person TO bad_input_filtered;
                ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;
                CREATE POLICY nobody ON public.person USING (false)""");
        refused(
                upload().with("migrator.source.user", "bad_input_filtered")
                        .environment("MIGRATOR_SOURCE_PASSWORD", "filtered-secret"),
                "row security",
                "public.person",
                "BYPASSRLS");
    }

    @Test
    void aPoolerThatSharesSessionsIsRefused() throws Exception {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(server, "transaction")) {
            refused(
                    upload().with(
                                    "migrator.source.url",
                                    pooler.database(source.name()).url()),
                    "pooler in transaction mode",
                    "127.0.0.1:" + pooler.port(),
                    "session");
        }
    }

    @Test
    void sessionsThatAreEndedInTheMidstLeaveTheOldRefAndNoManifest() throws Exception {
        Gate.build(source);
        decide(Gate.PROFILE);
        passes(upload());
        String ref = Files.readString(ref());
        try (Gate gate = Gate.shut(server.maintenance())) {
            refused(
                    upload(),
                    build -> {
                        gate.await(build);
                        run(server.maintenance(), """
                                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                                WHERE application_name = 'migrator' AND datname = '%s'""".formatted(source.name()));
                    },
                    "the connection to the server broke",
                    server.host() + ":" + server.port(),
                    "run again");
        }
        assertThat(Files.readString(ref())).isEqualTo(ref);
    }

    @Test
    void aServerThatDiesInTheMidstLeavesTheOldRefAndNoManifest() throws Exception {
        try (OwnServer own = OwnServer.start(folder)) {
            run(own.database("postgres"), "CREATE DATABASE live");
            Database live = own.database("live");
            Gate.build(live);
            decide(Gate.PROFILE);
            MavenBuild build = upload().with("migrator.source.url", live.url())
                    .environment("MIGRATOR_SOURCE_PASSWORD", own.password());
            passes(build);
            String ref = Files.readString(ref());
            try (Gate gate = Gate.shut(own.database("postgres"))) {
                refused(
                        build,
                        running -> {
                            gate.await(running);
                            own.kill();
                        },
                        "the connection to the server broke",
                        live.server(),
                        "run again");
            }
            assertThat(Files.readString(ref())).isEqualTo(ref);
        }
    }
}
