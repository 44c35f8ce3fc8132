package dev.migrator.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrator.core.settings.Project;
import dev.migrator.core.settings.ProjectBuild.Element;
import dev.migrator.migration.Migrated;
import dev.migrator.migration.ReadStatus.State;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with Flyway of its own, on a real database. */
class FlywayEngineTest {

    private final TestPostgres server = TestPostgres.newest();
    private final Database database = server.createDatabase("flyway");
    private final ReplayTarget target = new ReplayTarget(database, server.password());
    private Project project;
    private BuildOfATest build;

    @BeforeEach
    void aProjectOfFlyway(@TempDir Path folder) {
        build = new BuildOfATest(folder.resolve("classes"), "flyway");
        project = new Project(folder)
                .profileYaml("customer1", "personalData: none")
                .build(build);
        migration("V1__note.sql", "CREATE TABLE public.note (id int);");
        migration("V2.1__label.sql", "CREATE TABLE public.label (id int);");
    }

    @Test
    void itAppliesWhatIsPendingOnceAndTellsIt() {
        assertThat(engine().pending(target).orElseThrow())
                .extracting(PendingMigration::filename)
                .containsExactly("V1__note.sql", "V2.1__label.sql");

        Migrated migrated = engine().replay(target);

        assertThat(migrated.applied())
                .extracting(Migrated.Applied::filename)
                .containsExactly("V1__note.sql", "V2.1__label.sql");
        assertThat(migrated.version()).isEqualTo("2.1");
        assertThat(engine().pending(target).orElseThrow()).isEmpty();
        assertThat(engine().replay(target).applied()).isEmpty();
    }

    @Test
    void itsStatusIsFlywaysOwn() {
        engine().replay(target);
        migration("V2.1__label.sql", "CREATE TABLE public.label (changed int);");
        migration("V3__mood.sql", "CREATE TABLE public.mood ();");

        assertThat(engine().status(target).orElseThrow())
                .extracting(MigrationStatus::version, MigrationStatus::filename, MigrationStatus::state)
                .containsExactly(
                        tuple("1", "V1__note.sql", State.APPLIED),
                        tuple("2.1", "V2.1__label.sql", State.CHANGED),
                        tuple("3", "V3__mood.sql", State.PENDING));
    }

    @Test
    void theConfigurationOfPluginAndFilesHoldsAndTheDatabaseIsOurs() throws SQLException {
        project.file(
                "flyway.conf",
                "flyway.url=jdbc:postgresql://nowhere/x\nflyway.placeholders.table=wrong\nflyway.table=history");
        build.configured("url", "jdbc:postgresql://nowhere/x")
                .configured("password", "x")
                .configured("locations", new Element("location", "filesystem:sql", List.of()))
                .configured("placeholders", new Element("table", "street", List.of()));
        project.file("sql/V1__street.sql", "CREATE TABLE public.${table} ();")
                .file("sql/afterMigrate.sql", "COMMENT ON TABLE public.${table} IS 'called back';");

        engine().replay(target);

        assertThat(first("SELECT obj_description('public.street'::regclass)")).isEqualTo("called back");
        assertThat(first("SELECT count(*) FROM public.history WHERE success")).isEqualTo("1");
    }

    @Test
    void propertiesOfTheBuildWinAndWhatFlywayDoesNotKnowAmongThemIsTheProjects() throws SQLException {
        build.configured("table", "history")
                .property("flyway.version", "11.10.0")
                .property("flyway.table", "journal");

        engine().replay(target);

        assertThat(first("SELECT count(*) FROM public.journal WHERE success")).isEqualTo("2");
    }

    @Test
    void aTomlFileIsReadAsFlywayReadsIt() throws SQLException {
        project.file(
                "flyway.toml", "[flyway]\nlocations = [\"filesystem:sql\"]\n[flyway.placeholders]\ntable = \"street\"");
        project.file("sql/V1__street.sql", "CREATE TABLE public.${table} ();");

        engine().replay(target);

        assertThat(first("SELECT to_regclass('public.street')")).isEqualTo("public.street");
    }

    @Test
    void whatTheDataContainWithoutARecordIsNotRunAgain() throws SQLException {
        run("CREATE TABLE public.note (id int)");

        Migrated migrated = engine().replay(new ReplayTarget(database, server.password(), "1"));

        assertThat(migrated.applied()).extracting(Migrated.Applied::filename).containsExactly("V2.1__label.sql");
    }

    @Test
    void aFailureNamesScriptAndLineAndNoValue() {
        migration("V3__broken.sql", "SELECT 1;\nINSERT INTO public.note VALUES ('anna');");

        assertThatThrownBy(() -> engine().replay(target))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("V3__broken.sql")
                .hasMessageContaining("line 2")
                .hasMessageContaining("SQLSTATE 22P02")
                .hasMessageNotContaining("anna");
    }

    @Test
    void aChangedFileIsRefusedInFlywaysWords() {
        engine().replay(target);
        migration("V1__note.sql", "CREATE TABLE public.other ();");

        assertThatThrownBy(() -> engine().replay(target))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void itsDigestChangesWithAMigrationAndWithAPlaceholder() {
        String before = engine().digest().orElseThrow();
        assertThat(engine().digest()).contains(before);

        migration("V3__mood.sql", "SELECT 1;");
        String more = engine().digest().orElseThrow();
        build.property("flyway.placeholders.x", "y");

        assertThat(List.of(before, more, engine().digest().orElseThrow())).doesNotHaveDuplicates();
    }

    @Test
    void nothingOfItsOwnLogIsPrinted() {
        migration("V3__label.sql", "COMMENT ON TABLE public.label IS 'of anna';");

        assertThat(Printed.during(() -> engine().replay(target))).isEmpty();
    }

    private ReplayEngine engine() {
        return ReplayEngines.of(project.settings(), event -> {});
    }

    private void migration(String name, String sql) {
        project.file("classes/db/migration/" + name, sql);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String first(String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
