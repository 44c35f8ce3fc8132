package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void a_number_that_no_directory_has_is_a_gap_and_only_told() {
        project.file("common/001_a.sql", "SELECT 1").file("common/004_d.sql", "SELECT 1");
        project.file("other-only/002_b.sql", "SELECT 1");

        project.migrate();
        assertThat(problems()).containsExactly("there is no version 003 before it");
    }

    @Test
    void a_number_that_another_profile_has_used_is_no_gap() {
        project.file("common/001_a.sql", "SELECT 1").file("common/003_c.sql", "SELECT 1");
        project.file("other-only/002_b.sql", "SELECT 1");

        project.migrate();
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_gap_stops_everything_where_the_policy_is_to_fail() {
        choose(Kind.GAP, Policy.FAIL);
        project.file("common/001_a.sql", "SELECT 1").file("common/003_c.sql", "SELECT 1");

        assertThatThrownBy(project::migrate)
                .hasMessageStartingWith("there is no version 002 before it: common/003_c.sql");
    }

    @Test
    void what_is_out_of_order_is_run_where_the_policy_allows_it() {
        choose(Kind.OUT_OF_ORDER, Policy.WARN);
        project.file("common/002_b.sql", "SELECT 1").migrate();

        assertThat(project.file("common/001_a.sql", "SELECT 1").apply()).containsExactly("common/001_a.sql");
        assertThat(problems()).containsExactly("migration is not applied, and the newer version 002 is");
    }

    @Test
    void what_has_changed_or_is_missing_counts_as_applied_where_the_policy_allows_it() throws Exception {
        project.file("common/001_a.sql", "SELECT 1")
                .file("common/002_b.sql", "SELECT 1")
                .migrate();
        project.settings = project.settings.withPolicies(
                new Policies(Map.of(Kind.CHANGED, Policy.IGNORE, Kind.FUTURE, Policy.IGNORE)));
        project.file("common/001_a.sql", "SELECT 2").delete("common/002_b.sql");

        assertThat(project.apply()).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_profiles_own_file_stands_for_the_common_one_where_the_policy_allows_it() {
        choose(Kind.DUPLICATE_VERSION, Policy.WARN);
        project.file("common/001_a.sql", "CREATE TABLE theirs ();")
                .file("customer1-only/001_a.sql", "CREATE TABLE own ();");

        assertThat(project.apply()).containsExactly("customer1-only/001_a.sql");
    }

    @Test
    void an_empty_file_is_recorded_where_the_policy_allows_it() {
        choose(Kind.EMPTY, Policy.IGNORE);

        assertThat(project.file("common/001_a.sql", "-- nothing yet\n").apply()).containsExactly("common/001_a.sql");
    }

    private void choose(Kind kind, Policy policy) {
        project.settings = project.settings.withPolicies(new Policies(Map.of(kind, policy)));
    }

    private List<String> problems() {
        return project.events.stream()
                .filter(MigrationEvent.Warned.class::isInstance)
                .map(event -> ((MigrationEvent.Warned) event).problem().problem())
                .toList();
    }
}
