package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that was uploaded and restored, and what becomes of its databases after that. */
@Tag("slow")
class CompareSchemasTest {

    private LiveProject project;

    @BeforeEach
    void aTargetThatIsWhatTheSnapshotHolds(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder).migrationMaking("001", "label");
        LiveProject.run(
                project.source,
                "CREATE VIEW public.short AS SELECT id FROM public.note WHERE body::varchar IN ('a', 'b')");
        project.upload();
        project.file("migrations/common/001_label.sql", "SELECT 1").restore();
    }

    @Test
    void whatWasRestoredIsEqualToItsSnapshot() throws SQLException {
        CompareSchemas.Compared compared = project.compare();

        assertThat(compared.differing()).isZero();
        assertThat(compared.undecided()).isZero();
        assertThatCode(compared::requireEqual).doesNotThrowAnyException();
        assertThat(compared.file()).isEqualTo("target/migrator/diff.txt");
        assertThat(project.path("target/migrator/diff.txt")).hasContent(compared.report());
    }

    @Test
    void driftSinceTheSnapshotIsTold() throws SQLException {
        LiveProject.run(project.target, "ALTER TABLE public.note ADD COLUMN mood text");

        CompareSchemas.Compared compared = project.compare();

        assertThat(compared.report()).isEqualTo("""
                --- snapshot %s of customer1
                +++ database %s at %s
                Objects added: 0, removed: 0, changed: 1

                ~ table public.note
                    +     mood text
                """.formatted(
                        project.ref().snapshot().abbreviated(), project.target.name(), project.target.server()));
        assertThatThrownBy(compared::requireEqual)
                .isInstanceOf(SchemasDifferException.class)
                .hasMessage(
                        "1 object differs: snapshot %s of customer1 and database %s at %s."
                                        .formatted(
                                                project.ref().snapshot().abbreviated(),
                                                project.target.name(),
                                                project.target.server())
                                + " Read target/migrator/diff.txt, or let the build pass with -Dmigrator.failOnDifference=false");
    }

    @Test
    void aDifferenceMayBeAllowed() throws SQLException {
        LiveProject.run(project.target, "DROP VIEW public.short");

        CompareSchemas.Compared compared =
                project.typed("failOnDifference", "false").compare();

        assertThat(compared.differing()).isEqualTo(1);
        assertThatCode(compared::requireEqual).doesNotThrowAnyException();
    }

    @Test
    void twoDatabasesAreCompared() throws SQLException {
        LiveProject.run(project.source, "CREATE TABLE public.fresh ()");

        assertThat(project.typed("from", "target")
                        .typed("to", "source")
                        .compare()
                        .report())
                .contains("+ table public.fresh");
    }

    @Test
    void aDatabaseMayBeNamedByItsUrl() throws SQLException {
        String url = project.source.url() + "?user=" + project.source.user();
        CompareSchemas.Compared compared = project.typed("from", url)
                .environment("MIGRATOR_FROM_PASSWORD", TestPostgres.newest().password())
                .compare();

        assertThat(compared.differing()).isZero();
        assertThat(compared.from()).isEqualTo("database " + project.source.name() + " at " + project.source.server());
    }

    @Test
    void aScriptIsLoadedAndLeavesNothingBehind() throws SQLException {
        project.file(
                "wanted.sql",
                Text.of(project.path("profiles/customer1/result.sql")).replace("body text", "body varchar(80)"));

        CompareSchemas.Compared compared = project.typed("from", "wanted.sql").compare();

        assertThat(compared.from()).isEqualTo("wanted.sql");
        assertThat(compared.report()).contains("""
                ~ table public.note
                    -     body character varying(80)
                    +     body text
                """);
        assertThat(LiveProject.rows(
                        project.target, "SELECT datname FROM pg_database WHERE datname LIKE 'migrator\\_scratch\\_%'"))
                .isEmpty();
    }

    @Test
    void aSnapshotIsComparedWithAScriptAndWithItself() throws SQLException {
        assertThat(project.typed("to", "profiles/customer1/result.sql")
                        .compare()
                        .differing())
                .isZero();
        assertThat(project.typed("to", "ref:customer1").compare().differing()).isZero();
    }

    @Test
    void whoMayNotCreateADatabaseIsToldWhatStaysUndecided() throws SQLException {
        String role = "plain_" + project.target.name();
        LiveProject.run(project.target, "CREATE ROLE " + role + " LOGIN PASSWORD 'plain'");

        CompareSchemas.Compared compared = project.typed("target.user", role)
                .environment("MIGRATOR_TARGET_PASSWORD", "plain")
                .compare();

        assertThat(compared.differing()).isZero();
        assertThat(compared.undecided()).isEqualTo(1);
        assertThat(compared.report()).contains("? view public.short");
        assertThat(project.notices())
                .contains("expressions that read differently stay undecided: the role " + role
                        + " may not create a database to read them again");
    }

    @Test
    void whatIsCommittedForACleanDbIsItsSchema() throws SQLException {
        project.file("profiles/clean-db/profile.yaml", "kind: clean-db")
                .file("profiles/clean-db/schema.sql", Text.of(project.path("profiles/customer1/result.sql")));

        CompareSchemas.Compared compared = project.typed("from", "ref:clean-db").compare();

        assertThat(compared.from()).isEqualTo("profiles/clean-db/schema.sql");
        assertThat(compared.differing()).isZero();
    }

    @Test
    void tablesThatTrackMigrationsAreNoDrift() throws SQLException {
        assertThat(LiveProject.rows(project.target, "SELECT version FROM migrator.schema_migrations"))
                .containsExactly("001");
        assertThat(project.compare().differing()).isZero();

        project.typed("trackingSchema", "public").restore();
        assertThat(project.compare().report()).doesNotContain("table public.schema_migrations");
    }

    @Test
    void aScopeIsComparedAndTellsWhatItLacks() throws SQLException {
        LiveProject.run(project.target, "CREATE TABLE public.fresh (); CREATE SCHEMA other; CREATE TABLE other.t ()");

        CompareSchemas.Compared compared =
                project.typed("diffExclude", "table:public.note,schema:other").compare();

        assertThat(compared.report()).contains("+ table public.fresh").doesNotContain("other");
        assertThat(project.notices())
                .contains(
                        "left out though something that is compared needs it: view public.short needs table public.note");
    }

    @Test
    void ownersArePassedOverWhereTheyAreNotKept() throws SQLException {
        LiveProject.run(project.target, "ALTER TABLE public.note OWNER TO pg_monitor");

        assertThat(project.compare().differing()).isEqualTo(1);
        assertThat(project.typed("ownership", "false").compare().differing()).isZero();
    }

    @Test
    void tablespacesAndSubscriptionsCanBePassedOver() throws SQLException {
        String fast = TestPostgres.newest().createTablespace("fast");
        LiveProject.run(
                project.target,
                "ALTER TABLE public.note SET TABLESPACE " + fast
                        + "; CREATE SUBSCRIPTION feed CONNECTION '' PUBLICATION p WITH (connect = false)");

        assertThat(project.compare().report())
                .contains("+ TABLESPACE " + fast, "+ subscription feed", "Objects added: 1, removed: 0, changed: 1");
        assertThat(project.typed("leaveOut", "tablespaces").compare().report())
                .contains("Objects added: 1, removed: 0, changed: 0");
        assertThat(project.typed("subscriptions", "false").compare().differing())
                .isZero();
    }

    @Test
    void nothingIsChangedByComparing() throws Exception {
        var before = project.files("profiles");
        project.compare();
        assertThat(project.files("profiles")).isEqualTo(before);
    }
}
