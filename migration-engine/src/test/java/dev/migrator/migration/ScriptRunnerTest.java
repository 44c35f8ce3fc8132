package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptRunnerTest {

    @TempDir
    Path directory;

    private Database database;

    @BeforeEach
    void newDatabase() {
        database = TestPostgres.newest().createDatabase("script");
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void a_dump_is_loaded_as_psql_would_load_it(int major) throws IOException {
        database = TestPostgres.of(major).createDatabase("script");

        long statements = run("""
                --
                -- PostgreSQL database dump
                --
                \\restrict abc

                SET statement_timeout = 0;
                SET client_encoding = 'UTF8';
                SET standard_conforming_strings = on;
                SELECT pg_catalog.set_config('search_path', '', false);
                SET check_function_bodies = false;
                SET row_security = off;

                CREATE SEQUENCE public.customer_id_seq;
                CREATE TABLE public.customer (
                    id integer NOT NULL,
                    name text
                );

                COPY public.customer (id, name) FROM stdin;
                1\tJürgen; it's \\\\.
                2\t\\N
                3\t😀 tab\\there
                \\.

                SELECT pg_catalog.setval('public.customer_id_seq', 3, true);

                ALTER TABLE ONLY public.customer
                    ADD CONSTRAINT customer_pkey PRIMARY KEY (id);

                \\unrestrict abc
                """);

        assertThat(statements).isEqualTo(11);
        assertThat(rows("SELECT concat_ws('|', id, name) FROM public.customer ORDER BY id"))
                .containsExactly("1|Jürgen; it's \\.", "2", "3|😀 tab\there");
    }

    @Test
    void a_script_may_have_transactions_of_its_own_and_statements_that_bear_none() throws IOException {
        run("""
                BEGIN;
                CREATE TABLE kept (a int);
                COMMIT;
                BEGIN;
                CREATE TABLE dropped ();
                ROLLBACK;
                CREATE INDEX CONCURRENTLY kept_a ON kept (a);
                VACUUM kept;
                """);

        assertThat(rows("SELECT relname FROM pg_class WHERE relname IN ('kept', 'dropped', 'kept_a') ORDER BY 1"))
                .containsExactly("kept", "kept_a");
    }

    @Test
    void a_transaction_that_is_left_open_is_an_error_since_its_work_would_be_lost() {
        assertThatThrownBy(() -> run("BEGIN; CREATE TABLE lost ();"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("script leaves a transaction open");
    }

    @Test
    void it_stops_at_the_first_failure_and_names_the_line() {
        assertThatThrownBy(() -> run("CREATE TABLE one ();\n\nCREATE TABLE\n  one ();\nCREATE TABLE two ();"))
                .isInstanceOfSatisfying(ScriptException.class, failure -> {
                    assertThat(failure.line()).isEqualTo(3);
                    assertThat(failure.sqlState()).isEqualTo("42P07");
                })
                .hasMessage("relation \"one\" already exists (SQLSTATE 42P07): " + directory.resolve("script.sql")
                        + ", line 3. Correct the statement");
        assertThat(rows("SELECT relname FROM pg_class WHERE relname = 'two'")).isEmpty();
    }

    @Test
    void a_row_that_a_copy_does_not_take_is_named_by_line_and_column_alone() {
        assertThatThrownBy(
                        () -> run("CREATE TABLE t (id int, name text);\nCOPY t FROM stdin;\n1\ta\nplanted\tb\n\\.\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("(column id) (SQLSTATE 22P02)")
                .hasMessageContaining(", line 4.")
                .hasMessageNotContaining("planted");
    }

    @Test
    void rows_that_do_not_end_leave_the_table_empty() {
        assertThatThrownBy(() -> run("CREATE TABLE t (id int);\nCOPY t FROM stdin;\n1\n2\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("the rows of COPY do not end")
                .hasMessageContaining(", line 3.");
        assertThat(rows("SELECT id FROM public.t")).isEmpty();
    }

    @Test
    void a_command_of_psql_is_refused() {
        assertThatThrownBy(() -> run("\\connect other\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("\\connect is a command of psql, not SQL")
                .hasMessageContaining(", line 1.");
    }

    @Test
    void a_script_in_another_encoding_is_refused_with_the_line() throws IOException {
        Path script = directory.resolve("latin.sql");
        Files.writeString(script, "SELECT 1;\nSELECT 'für';\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new ScriptRunner(database).run(script))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("it is not text in UTF-8: " + script + ", line 2.");
    }

    @Test
    void a_script_that_is_not_there_is_named() {
        assertThatThrownBy(() -> new ScriptRunner(database).run(directory.resolve("none.sql")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("script cannot be read: " + directory.resolve("none.sql"));
    }

    @Test
    void the_session_is_as_psql_would_have_it() throws IOException {
        run("CREATE TABLE unqualified ();");

        assertThat(rows("SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'unqualified'"))
                .containsExactly("public");
    }

    private long run(String script) throws IOException {
        return new ScriptRunner(database).run(Files.writeString(directory.resolve("script.sql"), script));
    }

    private List<String> rows(String query) {
        return new Project(directory, database).rows(query);
    }
}
