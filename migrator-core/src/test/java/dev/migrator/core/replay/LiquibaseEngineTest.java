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

/** A project with Liquibase of its own, on a real database: an XML changelog that includes formatted SQL. */
class LiquibaseEngineTest {

    private static final String CHANGELOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.20.xsd">
              <changeSet id="note" author="anna">
                <createTable tableName="${table}"><column name="id" type="int"/></createTable>
              </changeSet>
              <changeSet id="rows" author="anna" contextFilter="test">
                <insert tableName="${table}"><column name="id" valueNumeric="7"/></insert>
              </changeSet>
              <include file="db/label.sql"/>
            </databaseChangeLog>
            """;

    private final TestPostgres server = TestPostgres.newest();
    private final Database database = server.createDatabase("liquibase");
    private final ReplayTarget target = new ReplayTarget(database, server.password());
    private Project project;
    private BuildOfATest build;

    @BeforeEach
    void aProjectOfLiquibase(@TempDir Path folder) {
        build = new BuildOfATest(folder.resolve("classes"), "liquibase")
                .configured("changeLogFile", "db/changelog.xml")
                .configured("url", "jdbc:postgresql://nowhere/x")
                .configured("expressionVars", new Element("table", "note", List.of()));
        project = new Project(folder)
                .profileYaml("customer1", "personalData: none")
                .file("classes/db/changelog.xml", CHANGELOG)
                .build(build);
        formattedSql("CREATE TABLE label ();");
    }

    @Test
    void itAppliesWhatIsPendingOnceAndTellsIt() throws SQLException {
        build.configured("contexts", "production");
        assertThat(engine().pending(target).orElseThrow())
                .extracting(PendingMigration::filename)
                .containsExactly("db/changelog.xml::note::anna", "db/label.sql::label::anna");
        assertThat(first("SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");

        assertThat(engine().replay(target).applied())
                .extracting(Migrated.Applied::filename)
                .containsExactly("db/changelog.xml::note::anna", "db/label.sql::label::anna");

        assertThat(first("SELECT count(*) FROM public.note")).isEqualTo("0");
        assertThat(engine().pending(target).orElseThrow()).isEmpty();
        assertThat(engine().replay(target).applied()).isEmpty();
    }

    @Test
    void contextsOfThePropertiesFileHold() throws SQLException {
        project.file("liquibase.properties", "contexts: test\nurl: jdbc:postgresql://nowhere/x\n");

        engine().replay(target);

        assertThat(first("SELECT id FROM public.note")).isEqualTo("7");
    }

    @Test
    void itsStatusIsLiquibasesOwn() {
        build.configured("contexts", "production");
        engine().replay(target);
        formattedSql("CREATE TABLE label ();\n--changeset anna:mood\nCREATE TABLE mood ();");

        assertThat(engine().status(target).orElseThrow())
                .extracting(MigrationStatus::filename, MigrationStatus::state)
                .containsExactly(
                        tuple("db/changelog.xml::note::anna", State.APPLIED),
                        tuple("db/label.sql::label::anna", State.APPLIED),
                        tuple("db/label.sql::mood::anna", State.PENDING));
    }

    @Test
    void aFailureNamesTheChangesetAndNoValue() {
        formattedSql("INSERT INTO note VALUES ('bertha');");

        assertThatThrownBy(() -> engine().replay(target))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("db/label.sql::label::anna")
                .hasMessageContaining("SQLSTATE 22P02")
                .hasMessageNotContaining("bertha");
    }

    @Test
    void aBaselineIsRefusedSinceChangesetsHaveNoNumber() {
        project.profileYaml("customer1", "personalData: none\nbaseline: \"3\"");

        assertThatThrownBy(this::engine)
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("baseline (profiles/customer1/profile.yaml:2)");
    }

    @Test
    void itsDigestChangesWithAChangelogAndWithAContext() {
        String before = engine().digest().orElseThrow();
        assertThat(engine().digest()).contains(before);

        formattedSql("CREATE TABLE other ();");
        String changed = engine().digest().orElseThrow();
        build.configured("contexts", "test");

        assertThat(List.of(before, changed, engine().digest().orElseThrow())).doesNotHaveDuplicates();
    }

    @Test
    void nothingOfItsOwnLogIsPrinted() {
        formattedSql("CREATE TABLE label (); COMMENT ON TABLE label IS 'of anna';");

        assertThat(Printed.during(() -> engine().replay(target))).isEmpty();
    }

    private ReplayEngine engine() {
        return ReplayEngines.of(project.settings(), event -> {});
    }

    private void formattedSql(String sql) {
        project.file("classes/db/label.sql", "--liquibase formatted sql\n--changeset anna:label\n" + sql);
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
