package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void a_placeholder_stands_for_its_value_but_not_in_quotes_and_comments() {
        project.settings = project.settings.withPlaceholders(Map.of("table", "orders", "what", "SELECT 1; SELECT"));
        project.file("common/001_t.sql", """
                        -- ${nobody}
                        CREATE TABLE new_${table}_${table} (t text DEFAULT '${table}');
                        INSERT INTO new_orders_orders VALUES (DEFAULT), ($$${table}$$);
                        ${what} 2;
                        """).migrate();

        assertThat(project.rows("SELECT t FROM new_orders_orders")).containsExactly("${table}", "${table}");
    }

    @Test
    void in_quotes_it_does_where_the_file_asks_for_it_and_is_quoted_as_they_need() {
        project.settings = project.settings.withPlaceholders(Map.of("name", "O'Hara \"x\" \\"));
        project.file("common/001_t.sql", """
                        -- migrator: placeholders-in-quotes
                        CREATE TABLE t ("${name}" text);
                        INSERT INTO t VALUES ('${name}'), (E'${name}'), ($$${name}$$);
                        """).migrate();

        assertThat(project.rows("SELECT \"O'Hara \"\"x\"\" \\\" FROM t"))
                .containsExactly("O'Hara \"x\" \\", "O'Hara \"x\" \\", "O'Hara \"x\" \\");
    }

    @Test
    void one_without_a_value_is_refused_before_anything_runs() {
        project.settings = project.settings.withPlaceholders(Map.of("schema", "app"));
        project.file("common/001_a.sql", "CREATE TABLE a ();")
                .file("common/002_b.sql", "SELECT 1;\nCREATE TABLE ${shema}.b ();");

        assertThatThrownBy(project::migrate)
                .hasMessage("no value is known for the placeholder ${shema}: common/002_b.sql, line 2."
                        + " Set placeholders: {shema: …} in migrator.yaml or profile.yaml, or use one of schema");
        assertThat(project.tableExists("a")).isFalse();
    }

    @Test
    void a_value_moves_no_line() {
        project.settings = project.settings.withPlaceholders(Map.of("two", "1,\n2"));
        project.file("common/001_a.sql", "SELECT ${two};\nSELECT nonsense;");

        assertThatThrownBy(project::migrate).hasMessageContaining("common/001_a.sql, line 2");
    }
}
