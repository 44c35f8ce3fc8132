package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.it.maven.MavenResult;
import dev.migrator.testing.PgBouncer;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** A target that must not, or cannot, be replaced. */
class BadTargetIT extends UploadedOnce {

    @Test
    void aForeignDatabaseIsNotOverwritten() throws Exception {
        target = server.createDatabase("bad_input_foreign");
        run(target, "CREATE TABLE public.precious (x int); INSERT INTO public.precious VALUES (42)");
        refused(restore(), target.name(), "migrator.overwrite=" + target.name());
    }

    @Test
    void theSourceIsNoTarget() throws Exception {
        target = source;
        refused(restore(), source.name(), "source");
    }

    @Test
    void theSourceByAnotherNameOfItsHostIsNoTarget() throws Exception {
        String otherHost = server.host().equals("127.0.0.1") ? "localhost" : "127.0.0.1";
        refused(
                restore()
                        .with("migrator.target.url", source.url().replace(server.host(), otherHost))
                        .with("migrator.overwrite", source.name()),
                source.name() + " at " + otherHost,
                "source",
                "never overwritten");
    }

    @Test
    void sessionsInTheTargetAreNamedAndEndedOnlyWhereThatIsAskedFor() throws Exception {
        try (Connection session = target.connect();
                var statement = session.createStatement()) {
            statement.execute("SET application_name = 'psql of a colleague'");
            refused(restore(), "in use", target.name(), "psql of a colleague", "migrator.terminateSessions=true");
            assertThat(session.isValid(0)).isTrue();

            passes(restore().with("migrator.terminateSessions", true));
            assertThat(session.isValid(0)).isFalse();
        }
        assertThat(content(target)).contains(PLANTED);
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsToldTheStatementThatLetsIt() throws Exception {
        run(
                server.maintenance(),
                "DROP ROLE IF EXISTS bad_input_tester; CREATE ROLE bad_input_tester LOGIN PASSWORD 'tester-secret'");
        MavenResult result = refused(
                restore()
                        .with("migrator.target.user", "bad_input_tester")
                        .environment("MIGRATOR_TARGET_PASSWORD", "tester-secret"),
                "bad_input_tester",
                "ALTER ROLE \"bad_input_tester\" CREATEDB");
        assertThat(result.output()).doesNotContain("tester-secret");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        refused(
                restore().with("migrator.target.url", "jdbc:postgresql://127.0.0.1:1/" + target.name()),
                "cannot be reached",
                "127.0.0.1:1");
    }

    @Test
    void aWrongPasswordNamesTheUserAndNotThePassword() throws Exception {
        MavenResult result = refused(
                restore().environment("MIGRATOR_TARGET_PASSWORD", "not-the-password"),
                "refuses the password",
                server.user());
        assertThat(result.output()).doesNotContain("not-the-password");
    }

    @Test
    void aPoolerThatSharesSessionsIsRefused() throws Exception {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(server, "transaction")) {
            refused(
                    restore()
                            .with(
                                    "migrator.target.url",
                                    pooler.database(target.name()).url()),
                    "pooler in transaction mode",
                    "127.0.0.1:" + pooler.port());
        }
    }

    @Test
    void ofTwoRestoresOfOneTargetTheSecondIsRefusedAndTheFirstGoesOn() throws Exception {
        Gate.build(source);
        passes(upload());
        target = server.database(source.name().replace("source", "contended"));
        RunningBuild first;
        try (Gate gate = Gate.shut(server.maintenance())) {
            first = RunningBuild.upTo(gate, restore(), folder);
            refused(restore(), "another restore", target.name(), "Wait", "pg_terminate_backend(");
        }
        assertThat(first.result().exitCode()).as(first.result().output()).isZero();
        assertThat(content(target)).contains(PLANTED);
        assertThat(unfinishedDatabases()).isEmpty();
    }
}
