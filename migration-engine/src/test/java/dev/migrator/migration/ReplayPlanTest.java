package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.migrator.migration.MigrationProblem.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayPlanTest {

    private final List<Migration> files = new ArrayList<>();
    private final List<Attempt> rows = new ArrayList<>();

    @Test
    void what_is_above_the_newest_applied_is_pending() {
        file("common/001_a.sql", "aa").file("common/003_c.sql", "cc").applied("common/001_a.sql", "aa");

        assertThat(pending()).containsExactly("common/003_c.sql");
    }

    @Test
    void what_only_failed_is_pending_still() {
        file("common/001_a.sql", "aa").row("common/001_a.sql", "old", false, false);

        assertThat(pending()).containsExactly("common/001_a.sql");
    }

    @Test
    void a_file_with_a_lower_number_than_the_newest_applied_is_out_of_order() {
        file("common/001_a.sql", "aa")
                .file("common/002_b.sql", "bb")
                .file("common/003_c.sql", "cc")
                .applied("common/001_a.sql", "aa")
                .applied("common/003_c.sql", "cc");

        assertRefused(
                Kind.OUT_OF_ORDER,
                "migration is not applied, and the newer version 003 is: common/002_b.sql. Give it a number above 003");
    }

    @Test
    void a_changed_file_is_named_with_both_checksums() {
        file("common/001_a.sql", "newchecksum").applied("common/001_a.sql", "oldchecksum");

        assertRefused(
                Kind.CHANGED,
                "migration was changed after it was applied (checksum oldchecksum then, newchecksum now):"
                        + " common/001_a.sql. Bring the file back as it was, and put the change into a new migration");
    }

    @Test
    void a_renamed_file_is_the_same_file() {
        file("customer1-only/001_better_name.sql", "aa").applied("common/001_a.sql", "aa");

        assertThat(pending()).isEmpty();
    }

    @Test
    void a_number_that_was_used_for_another_file_is_taken() {
        file("common/001_a.sql", "aa").applied("customer2-only/001_x.sql", "xx");

        assertRefused(
                Kind.VERSION_TAKEN,
                "version 001 is applied already, from customer2-only/001_x.sql: common/001_a.sql."
                        + " Give it the next free number");
    }

    @Test
    void a_file_that_was_applied_may_not_be_missing_and_the_database_not_be_newer_than_the_files() {
        file("common/002_b.sql", "bb")
                .applied("common/001_a.sql", "aa")
                .applied("common/002_b.sql", "bb")
                .applied("customer1-only/003_c.sql", "cc");

        assertThatThrownBy(this::pending)
                .isInstanceOfSatisfying(MigrationsRefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(MigrationProblem::kind, MigrationProblem::subject)
                        .containsExactly(
                                tuple(Kind.MISSING, "common/001_a.sql"),
                                tuple(Kind.FUTURE, "customer1-only/003_c.sql")));
    }

    @Test
    void another_profiles_own_file_is_no_gap() {
        file("common/001_a.sql", "aa").applied("common/001_a.sql", "aa").applied("customer2-only/002_x.sql", "xx");

        assertThat(pending()).isEmpty();
    }

    @Test
    void what_a_baseline_contained_may_be_gone() {
        file("common/002_b.sql", "bb").row("common/001_a.sql", "aa", true, true);

        assertThat(pending()).containsExactly("common/002_b.sql");
    }

    private ReplayPlanTest file(String filename, String checksum) {
        files.add(new Migration(version(filename), filename, Path.of(filename), checksum, null));
        return this;
    }

    private ReplayPlanTest applied(String filename, String checksum) {
        return row(filename, checksum, true, false);
    }

    private ReplayPlanTest row(String filename, String checksum, boolean success, boolean baseline) {
        rows.add(new Attempt(
                baseline ? Operation.BASELINE : Operation.MIGRATE,
                version(filename),
                filename,
                checksum,
                Instant.EPOCH,
                Duration.ZERO,
                success,
                success ? null : "failed",
                false,
                0));
        return this;
    }

    private static MigrationVersion version(String filename) {
        return new MigrationVersion(filename.replaceAll(".*/([0-9]+)_.*", "$1"));
    }

    private List<String> pending() {
        Findings findings = new Findings(Policies.DEFAULTS);
        ReplayPlan plan = ReplayPlan.of(
                new Migrations("customer1", files, List.of(), List.of()), new History(rows), null, null, findings);
        findings.refuse();
        return plan.pending().stream().map(Migration::filename).toList();
    }

    private void assertRefused(Kind kind, String message) {
        assertThatThrownBy(this::pending)
                .hasMessage(message)
                .isInstanceOfSatisfying(MigrationsRefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(MigrationProblem::kind)
                        .containsExactly(kind));
    }
}
