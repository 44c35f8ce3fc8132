package dev.migrator.migration.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PreferQueryMode;

/** The server is given a whole script at once and cuts it with its own parser: it must find what we find. */
class SplitterAgainstServerTest {

    /** Everything that opens, closes, escapes or continues something. */
    private static final String NASTY = "'\"\\;$-/*()eEuUbBxX&a_1é \n\r\t";

    private static Connection connection;

    @BeforeContainer
    static void connect() throws SQLException {
        connection = TestPostgres.newest().createDatabase("splitter").connect();
        connection.unwrap(BaseConnection.class).getQueryExecutor().setPreferQueryMode(PreferQueryMode.SIMPLE);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = public; CREATE TABLE ruled (); SET check_function_bodies = off");
        }
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Property(tries = 1000)
    void a_script_cut_by_us_gives_what_the_server_gives_that_cuts_it_itself(@ForAll @From("scripts") String script)
            throws Exception {
        List<String> whole = results(script);
        List<String> pieces = new ArrayList<>();
        for (SqlStatement statement : split(script)) {
            List<String> one = results(statement.text());
            assertThat(one).as("results of %s", statement.text()).hasSize(1);
            pieces.addAll(one);
        }

        assertThat(pieces).isEqualTo(whole);
    }

    /** Nonsense: the server refuses nearly all of it, and where it does not we must agree on the number of statements. */
    @Property(tries = 2000)
    void what_the_server_takes_for_one_statement_is_one(@ForAll @From("soup") String soup) throws Exception {
        String script = "SELECT " + soup;
        List<String> whole;
        try {
            whole = results(script);
        } catch (SQLException refused) {
            return;
        }
        assertThat(split(script)).hasSameSizeAs(whole);
    }

    @Provide
    Arbitrary<String> scripts() {
        Arbitrary<String> ended = Combinators.combine(statements(), trivia()).as((sql, gap) -> sql + gap + ";");
        return Combinators.combine(trivia(), ended.list().ofMinSize(1).ofMaxSize(5), statements())
                .as((gap, statements, last) -> gap + String.join(gap, statements) + gap + last);
    }

    private Arbitrary<String> statements() {
        return Arbitraries.frequencyOf(Tuple.of(6, selects()), Tuple.of(1, functions()), Tuple.of(1, rules()));
    }

    private Arbitrary<String> selects() {
        Arbitrary<String> column = Combinators.combine(literals(), labels()).as((literal, label) -> literal + label);
        return Combinators.combine(trivia(), column.list().ofMinSize(1).ofMaxSize(4))
                .as((gap, columns) -> "SELECT" + gap + " " + String.join(gap + "," + gap, columns));
    }

    private Arbitrary<String> functions() {
        Arbitrary<String> body = selects().list().ofMinSize(1).ofMaxSize(3).map(s -> String.join("; ", s) + ";");
        return Combinators.combine(body, trivia(), Arbitraries.of("FUNCTION", "function"))
                .as((statements, gap, word) -> "CREATE OR REPLACE " + word + gap
                        + " f() RETURNS int LANGUAGE sql BEGIN" + gap + " ATOMIC " + statements + gap
                        + " SELECT CASE WHEN true THEN 1 END end; END");
    }

    private Arbitrary<String> rules() {
        return selects()
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(s -> "CREATE OR REPLACE RULE r AS ON UPDATE TO ruled DO ALSO (" + String.join(";", s) + ")");
    }

    /** Behind a literal, since a label that follows a number directly is junk to the server. */
    private Arbitrary<String> labels() {
        return Arbitraries.of(
                "", " AS end", " end", " AS \"a;\"\"b\"", " AS case", " AS a$b$c", " begin_", " AS atomic");
    }

    private Arbitrary<String> literals() {
        Arbitrary<String> text = Arbitraries.strings().withChars(NASTY).ofMaxLength(12);
        return Arbitraries.oneOf(
                text.map(SplitterAgainstServerTest::quoted),
                text.map(s -> "E" + quoted(s.replace("\\", "\\\\"))),
                text.map(s -> "e'" + s.replace("\\", "\\\\").replace("'", "\\'") + "'"),
                Combinators.combine(text, text)
                        .as((a, b) -> "E" + quoted(a.replace("\\", "\\\\")) + " -- c';\n 'it\\'s "
                                + b.replace("\\", "\\\\").replace("'", "''") + "'"),
                text.map(s -> "N" + quoted(s)),
                text.map(s -> "U&" + quoted(s.replace("\\", "\\\\"))),
                Combinators.combine(text, Arbitraries.of("$$", "$q$", "$é_1$"))
                        .as((s, quote) -> quote + s.replace("$", "") + "$" + (quote.equals("$$") ? " " : "") + quote),
                Arbitraries.of(
                        "B'101'", "X'1F'", "1.5", "1.", ".5e3", "'{1}'::int[]", "(ARRAY[1,2])[1:2]", "(SELECT 1)"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private Arbitrary<String> trivia() {
        return Arbitraries.of(
                "", " ", "\n", "\t\r\n", "/* ; */", "/* /* ' */ ; */", " -- ;'\n", " -- $$\r", "/**/", "/*-- */");
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "'", "''", "\"a\"", "$$", "$a$", "E'", "\\", ";", "--", "\n", "/*", "*/", "(", ")", "1", "a",
                        ",", " ", "AS ", "end", "*", "-", "SELECT ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static List<SqlStatement> split(String script) throws IOException {
        var splitter = new StatementSplitter(ScriptReader.of(new StringReader(script)), () -> true);
        List<SqlStatement> statements = new ArrayList<>();
        for (var next = splitter.next(); next != null; next = splitter.next()) {
            statements.add(next);
        }
        return statements;
    }

    /** What the server answers, statement by statement: rows and their labels as text, or the number of rows. */
    private static List<String> results(String script) throws SQLException {
        List<String> results = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(script);
            while (rows || statement.getUpdateCount() >= 0) {
                results.add(rows ? text(statement.getResultSet()) : "done");
                rows = statement.getMoreResults();
            }
        }
        return results;
    }

    private static String text(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                text.append(rows.getMetaData().getColumnLabel(i))
                        .append('=')
                        .append(rows.getString(i))
                        .append('|');
            }
        }
        return text.toString();
    }
}
