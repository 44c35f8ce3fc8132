package dev.migrator.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void whatAUserCanMendIsAFailureInOneLine() {
        Exception words = new Sentences(false).of(new MigratorException("a problem", "a subject", "Mend it"));
        assertThat(words)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("a problem: a subject. Mend it")
                .hasNoCause();
    }

    @Test
    void whatNobodyExpectedIsAnErrorWithItsCause() {
        Exception words = new Sentences(false).of(new IllegalStateException("oops"));
        assertThat(words)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "unexpected failure: IllegalStateException: oops. Run again with -e and report what it prints")
                .hasRootCauseMessage("oops");
    }

    @Test
    void theValuesOfARowAreNeitherInTheSentenceNorInTheStackTrace() throws SQLException {
        SQLException duplicate = duplicateKey();
        assertThat((Throwable) duplicate).hasMessageContaining("Planted Person");
        for (Exception thrown : new Exception[] {duplicate, new MigratorException("p", "s", "f", duplicate)}) {
            Exception words = new Sentences(false).of(thrown);
            assertThat(stackTrace(words)).contains("duplicate key value").doesNotContain("Planted Person");
        }
    }

    @Test
    void theValuesOfARowAreShownToWhoAsksForThem() throws SQLException {
        Exception words = new Sentences(true).of(new MigratorException("p", "s", "f", duplicateKey()));
        assertThat(words).hasMessageStartingWith("p: s. f [").hasMessageContaining("Planted Person");
    }

    private static SQLException duplicateKey() throws SQLException {
        Database database = TestPostgres.newest().createDatabase("sentences");
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.person (name text PRIMARY KEY)");
            statement.execute("INSERT INTO public.person VALUES ('Planted Person')");
            try {
                statement.execute("INSERT INTO public.person VALUES ('Planted Person')");
            } catch (SQLException e) {
                return e;
            }
        }
        throw new AssertionError("a key can be there twice");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
