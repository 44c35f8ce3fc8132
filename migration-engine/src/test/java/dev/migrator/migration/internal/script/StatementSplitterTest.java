package dev.migrator.migration.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {

    @Test
    void statements_end_at_semicolons_and_the_last_one_needs_none() throws IOException {
        assertThat(texts("SELECT 1; SELECT 2 ;\n SELECT 3")).containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @Test
    void empty_statements_and_comments_alone_are_none() throws IOException {
        assertThat(texts(" ; ;; -- nothing;\n /* ; */ ; ")).isEmpty();
    }

    @Test
    void a_statement_begins_at_its_first_token_and_knows_the_line() throws IOException {
        assertThat(split("-- a\n\n/* b\n */ SELECT\n 1;\r\nSELECT 2;\rSELECT 3"))
                .extracting(SqlStatement::text, SqlStatement::line)
                .containsExactly(tuple("SELECT\n 1", 4), tuple("SELECT 2", 6), tuple("SELECT 3", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'",
                "SELECT 'it''s;'",
                "SELECT E'it\\';s'",
                "SELECT e'\\\\'",
                "SELECT 'back\\'",
                "SELECT E'a'\n  -- with a comment;\n 'it\\'s;'",
                "SELECT somee'x;\\'",
                "SELECT B'1;' , X'\\;'",
                "SELECT N'a\\'",
                "SELECT U&'d\\0061;t', U&\"d!0061;\" UESCAPE '!'",
                "SELECT \"a;\"\"b;\"",
                "SELECT $$a;'b$$",
                "SELECT $q$ $$ ; $x$ $q$",
                "SELECT $q$ $a$q$",
                "SELECT $$$;$$",
                "SELECT $ä$;$ä$",
                "SELECT a$b$c",
                "SELECT /* ; /* ; */ ; */ 1",
                "SELECT 1 -- ;\n + 2",
                "SELECT 2*/*;*/3",
                "SELECT '/*', '--', \"$$\"",
                "CREATE RULE r AS ON INSERT TO t DO (INSERT INTO u VALUES (1); INSERT INTO v VALUES (2))",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END",
                "create or replace procedure f() begin atomic end",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 end; SELECT 2 AS end; SELECT t.end FROM t; END",
                "CREATE FUNCTION \"begin\"() RETURNS int RETURN 1",
            })
    void semicolons_within_a_statement_do_not_end_it(String statement) throws IOException {
        assertThat(texts(statement + ";SELECT 'next'")).containsExactly(statement, "SELECT 'next'");
    }

    @Test
    void a_function_that_is_called_begin_has_no_body() throws IOException {
        assertThat(texts("CREATE FUNCTION begin() RETURNS int RETURN 1; COMMIT; SELECT 1 AS end"))
                .containsExactly("CREATE FUNCTION begin() RETURNS int RETURN 1", "COMMIT", "SELECT 1 AS end");
    }

    @Test
    void backslashes_escape_in_plain_strings_too_where_strings_do_not_conform() throws IOException {
        var script = ScriptReader.of(new StringReader("SELECT 'it\\';s'; SELECT 2"));
        var splitter = new StatementSplitter(script, () -> false);

        assertThat(splitter.next()).extracting(SqlStatement::text).isEqualTo("SELECT 'it\\';s'");
    }

    @Test
    void rows_of_a_copy_are_passed_on_as_they_stand() throws IOException {
        var splitter = splitter("COPY t FROM stdin; -- rows\n1\ta;'b\r\n\\.x\n\\\\.\n\\.\nSELECT 1");
        assertThat(splitter.next()).matches(SqlStatement::copiesIn);
        StringWriter rows = new StringWriter();

        assertThat(splitter.lineOfRows()).isEqualTo(2);
        splitter.transferRows(rows);

        assertThat(rows).hasToString("1\ta;'b\r\n\\.x\n\\\\.\n");
        assertThat(splitter.next())
                .extracting(SqlStatement::text, SqlStatement::line)
                .containsExactly("SELECT 1", 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM stdin",
                "copy \"s\".t (a, \"b\") from STDIN with (format csv)",
                "COPY stdin FROM stdin",
                "COPY t FROM STDOUT"
            })
    void a_copy_whose_rows_follow_is_recognised(String copy) throws IOException {
        assertThat(split(copy)).singleElement().matches(SqlStatement::copiesIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM '/tmp/stdin'",
                "COPY (SELECT * FROM stdin) TO '/tmp/x'",
                "COPY t TO stdout",
                "SELECT 'COPY t FROM stdin'"
            })
    void a_copy_from_or_to_elsewhere_is_not(String copy) throws IOException {
        assertThat(split(copy)).singleElement().matches(s -> !s.copiesIn());
    }

    @Test
    void the_column_list_of_a_copy_may_be_of_any_length() throws IOException {
        String columns = "\"c\", ".repeat(1500) + "\"c\"";

        assertThat(split("COPY t (" + columns + ") FROM stdin")).singleElement().matches(SqlStatement::copiesIn);
    }

    @Test
    void what_pg_dump_writes_around_a_dump_is_skipped() throws IOException {
        assertThat(texts("\\restrict abc'\nSELECT 1;\n\\unrestrict abc'\n")).containsExactly("SELECT 1");
    }

    @Test
    void other_commands_of_psql_are_refused_by_name_and_line() {
        assertThatThrownBy(() -> texts("SELECT 1;\n\\i other.sql")).isInstanceOfSatisfying(ScriptFault.class, fault -> {
            assertThat(fault.problem()).isEqualTo("\\i is a command of psql, not SQL");
            assertThat(fault.line()).isEqualTo(2);
        });
        assertThatThrownBy(() -> texts("SELECT 1 \\restrict x")).isInstanceOf(ScriptFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "$$", "$tag$", "/*", "E'\\'", "/* /* */"})
    void a_script_that_is_cut_off_says_where_what_is_open_began(String opener) {
        assertThatThrownBy(() -> texts("SELECT 1;\nSELECT " + opener + "\n\n; SELECT 2"))
                .isInstanceOfSatisfying(
                        ScriptFault.class, fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @Test
    void rows_of_a_copy_that_do_not_end_are_refused() throws IOException {
        var splitter = splitter("COPY t FROM stdin;\n1\n2\n");
        splitter.next();
        splitter.lineOfRows();

        assertThatThrownBy(() -> splitter.transferRows(new StringWriter()))
                .isInstanceOf(ScriptFault.class)
                .hasMessageContaining("do not end");
    }

    @Test
    void a_statement_behind_a_copy_on_its_line_is_refused() throws IOException {
        var splitter = splitter("COPY t FROM stdin; SELECT 1;\n1\n\\.\n");
        splitter.next();

        assertThatThrownBy(splitter::lineOfRows).isInstanceOf(ScriptFault.class);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_statement() throws IOException {
        assertThat(texts("\uFEFFSELECT 1")).containsExactly("SELECT 1");
    }

    @Test
    void tokens_longer_than_the_buffer_are_kept_whole() throws IOException {
        String statement = "SELECT '" + "x;".repeat(100_000) + "', $$" + "\n;".repeat(100_000) + "$$";

        assertThat(split(statement + ";\nSELECT 2"))
                .extracting(SqlStatement::text, SqlStatement::line)
                .containsExactly(tuple(statement, 1), tuple("SELECT 2", 100_002));
    }

    private static List<String> texts(String script) throws IOException {
        return split(script).stream().map(SqlStatement::text).toList();
    }

    private static List<SqlStatement> split(String script) throws IOException {
        var splitter = splitter(script);
        List<SqlStatement> statements = new ArrayList<>();
        for (var next = splitter.next(); next != null; next = splitter.next()) {
            statements.add(next);
        }
        return statements;
    }

    private static StatementSplitter splitter(String script) throws IOException {
        return new StatementSplitter(ScriptReader.of(new StringReader(script)), () -> true);
    }
}
