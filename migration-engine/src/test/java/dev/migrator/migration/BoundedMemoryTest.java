package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BoundedMemoryTest {

    private static final String HEAP = "-Xmx32m";

    @TempDir
    Path directory;

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void rows_of_a_copy_stream_through_a_heap_that_could_not_hold_them() throws Exception {
        Project project = new Project(directory, server.createDatabase("memory"));
        int rows = 1_000_000;
        try (Writer out = Files.newBufferedWriter(directory.resolve("common/001_rows.sql"))) {
            out.write("CREATE UNLOGGED TABLE t (id bigint, text text);\nCOPY t FROM stdin;\n");
            for (int i = 0; i < rows; i++) {
                out.write(i + "\tsome text that makes the line somewhat longer; it's quoted\n");
            }
            out.write("\\.\n");
        }

        assertThat(MigratingProcess.start(project, server.password(), HEAP).waitFor())
                .isEqualTo(1);
        assertThat(project.rows("SELECT count(*) FROM public.t")).containsExactly(Integer.toString(rows));
    }

    @Test
    void statements_without_number_do_too() throws Exception {
        Project project = new Project(directory, server.createDatabase("memory"));
        try (Writer out = Files.newBufferedWriter(directory.resolve("common/001_rows.sql"))) {
            out.write("CREATE UNLOGGED TABLE t (id bigint, text text);\n");
            for (int i = 0; i < 2000; i++) {
                out.write("INSERT INTO t VALUES (" + i + ", '" + "twenty thousand bytes".repeat(1000) + "');\n");
            }
        }

        assertThat(MigratingProcess.start(project, server.password(), HEAP).waitFor())
                .isEqualTo(1);
        assertThat(project.rows("SELECT count(*) FROM public.t")).containsExactly("2000");
    }

    @Test
    void the_rows_that_a_query_answers_with_are_not_kept() throws Exception {
        Project project = new Project(directory, server.createDatabase("memory")).file("common/001_query.sql", """
                        CREATE TABLE touched (id int);
                        CREATE FUNCTION touch(id int) RETURNS int LANGUAGE sql AS 'INSERT INTO touched VALUES (id) RETURNING id';
                        SELECT CASE WHEN i % 100000 = 0 THEN touch(i) END, repeat('x', 100) FROM generate_series(1, 1000000) i;
                        """);

        assertThat(MigratingProcess.start(project, server.password(), HEAP).waitFor())
                .isEqualTo(1);
        assertThat(project.rows("SELECT count(*) FROM public.touched")).containsExactly("10");
    }
}
