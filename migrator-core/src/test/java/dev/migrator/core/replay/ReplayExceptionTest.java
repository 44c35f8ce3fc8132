package dev.migrator.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is told of an engine's failure, and what is not. */
class ReplayExceptionTest {

    private static final SQLException TAKEN = new SQLException(
            "ERROR: duplicate key value violates unique constraint \"name\"\n  Detail: Key (name)=(anna)", "23505");

    @Test
    void theServersMessageIsToldWithoutItsDetail() {
        assertThat(of(new IllegalStateException("INSERT … 'anna'", TAKEN)))
                .contains("duplicate key value violates unique constraint \"name\" (SQLSTATE 23505)")
                .doesNotContain("anna");
    }

    @Test
    void theStatementOfABatchIsNotTold() {
        String words = "Batch entry 0 INSERT INTO person VALUES ('anna') was aborted";
        assertThat(of(new BatchUpdateException(words, "23505", 0, new int[0], TAKEN)))
                .contains("duplicate key")
                .doesNotContain("anna");
        assertThat(of(new BatchUpdateException(words, "23505", new int[0])))
                .contains("a statement was refused (SQLSTATE 23505)")
                .doesNotContain("anna");
    }

    @Test
    void whatQuotesAValueIsToldByItsStateAlone() {
        assertThat(of(new SQLException("ERROR: invalid input syntax for type integer: \"anna\"", "22P02")))
                .contains("a statement was refused (SQLSTATE 22P02)")
                .doesNotContain("anna");
    }

    private static String of(Throwable thrown) {
        return ReplayException.of("Flyway", "V1__person.sql", null, thrown).getMessage();
    }
}
