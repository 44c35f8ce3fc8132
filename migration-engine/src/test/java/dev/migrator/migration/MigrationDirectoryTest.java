package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.migrator.migration.MigrationProblem.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void common_files_and_the_profiles_own_are_one_sequence_ordered_by_number() throws IOException {
        write("common/010_ten.sql");
        write("common/002_two.sql");
        write("customer1-only/1000_thousand.sql");
        write("customer1-only/003_three.sql");
        write("customer2-only/004_not_ours.sql");

        assertThat(MigrationDirectory.read(directory, "customer1", Policies.DEFAULTS)
                        .files())
                .extracting(Migration::filename)
                .containsExactly(
                        "common/002_two.sql",
                        "customer1-only/003_three.sql",
                        "common/010_ten.sql",
                        "customer1-only/1000_thousand.sql");
        assertThat(MigrationDirectory.read(directory, "clean-db", Policies.DEFAULTS)
                        .files())
                .hasSize(2);
    }

    @Test
    void hidden_files_and_notes_are_no_migrations() throws IOException {
        write("common/001_one.sql");
        write("common/.gitkeep");
        write("common/README.md");
        write("README.md");

        assertThat(MigrationDirectory.read(directory, "customer1", Policies.DEFAULTS)
                        .files())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_short.sql",
                "001-dash.sql",
                "001_.sql",
                "001_name.SQL",
                "001_name.sql.txt",
                "V1__flyway.sql",
                "001_with space.sql",
                "0123456789012345678_long.sql",
                "001_name.rollback.sql",
                "R_view.sql"
            })
    void a_file_with_another_name_is_refused(String name) throws IOException {
        write("common/" + name);

        assertThat(problems())
                .extracting(MigrationProblem::kind, MigrationProblem::subject)
                .containsExactly(tuple(Kind.BAD_NAME, "common/" + name));
    }

    @Test
    void the_refusal_says_how_files_are_named() throws IOException {
        write("common/V1__flyway.sql");

        assertThatThrownBy(this::read)
                .hasMessage(
                        "not the name of a migration: common/V1__flyway.sql."
                                + " Name it NNN_descriptive_name.sql: at least three digits, then letters, digits, _ and -; or R__descriptive_name.sql for one that is run whenever it has changed");
    }

    @Test
    void a_directory_within_is_refused_whatever_its_name() throws IOException {
        write("common/nested/001_name.sql");
        write("common/002_nested.sql/001_name.sql");

        assertThat(problems())
                .extracting(MigrationProblem::subject, MigrationProblem::problem)
                .containsExactly(
                        tuple("common/002_nested.sql", "not a file"),
                        tuple("common/nested", "not the name of a migration"));
    }

    @Test
    void a_file_beside_the_directories_is_refused() throws IOException {
        write("common/001_one.sql");
        write("002_two.sql");

        assertThat(problems())
                .extracting(MigrationProblem::subject, MigrationProblem::problem)
                .containsExactly(tuple("002_two.sql", "file lies beside the directories of migrations"));
    }

    @Test
    void two_files_of_one_number_are_refused_whatever_its_zeros() throws IOException {
        write("common/007_one.sql");
        write("customer1-only/0007_other.sql");

        assertThatThrownBy(this::read)
                .hasMessage("two migrations have version 0007: common/007_one.sql, customer1-only/0007_other.sql."
                        + " Give the one that was applied nowhere yet the next free number");
    }

    @Test
    void a_missing_directory_is_named_with_the_setting() {
        assertThatThrownBy(() -> MigrationDirectory.read(directory.resolve("nowhere"), "customer1", Policies.DEFAULTS))
                .isInstanceOf(MigrationsRefusedException.class)
                .hasMessage("directory of migrations does not exist: " + directory.resolve("nowhere/common")
                        + ". Create it, or set migrator.migrationsDirectory to the directory that holds common");
    }

    @Test
    void a_file_in_another_encoding_is_refused_with_the_line() throws IOException {
        write("common/001_latin.sql", "SELECT 1;\nSELECT 'für';", StandardCharsets.ISO_8859_1);
        write("common/002_wide.sql", "SELECT 1;", StandardCharsets.UTF_16);
        write("common/003_cut.sql", "SELECT 'f\u00c3", StandardCharsets.ISO_8859_1);
        write("common/004_nul.sql", "SELECT 1;\0", StandardCharsets.UTF_8);

        assertThat(problems())
                .extracting(MigrationProblem::kind, MigrationProblem::subject)
                .containsExactly(
                        tuple(Kind.UNREADABLE, "common/001_latin.sql, line 2"),
                        tuple(Kind.UNREADABLE, "common/002_wide.sql, line 1"),
                        tuple(Kind.UNREADABLE, "common/003_cut.sql, line 1"),
                        tuple(Kind.UNREADABLE, "common/004_nul.sql, line 1"));
    }

    @Test
    void a_byte_order_mark_is_tolerated() throws IOException {
        write("common/001_mark.sql", "\uFEFFSELECT 1;", StandardCharsets.UTF_8);

        assertThat(MigrationDirectory.read(directory, "customer1", Policies.DEFAULTS)
                        .files())
                .hasSize(1);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws IOException {
        write("common/001_one.sql");
        write("common/001_two.sql");
        write("common/x.sql");

        assertThat(problems()).hasSize(2);
        assertThatThrownBy(this::read)
                .hasMessageStartingWith("migrations cannot be replayed as they are: ")
                .hasMessageContaining("common/001_one.sql, common/001_two.sql (two migrations have version 001)")
                .hasMessageContaining("common/x.sql (not the name of a migration)");
    }

    private List<MigrationProblem> problems() {
        try {
            read();
            return List.of();
        } catch (MigrationsRefusedException refused) {
            return refused.problems();
        }
    }

    private void read() {
        MigrationDirectory.read(directory, "customer1", Policies.DEFAULTS);
    }

    private void write(String filename) throws IOException {
        write(filename, "SELECT 1;", StandardCharsets.UTF_8);
    }

    private void write(String filename, String text, Charset encoding) throws IOException {
        Path file = directory.resolve(filename);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, encoding);
    }
}
