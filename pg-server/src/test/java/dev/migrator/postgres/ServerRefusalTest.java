package dev.migrator.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class ServerRefusalTest {

    @Test
    void aDuplicateKeyKeepsItsConstraintAndLosesItsValues() {
        ServerRefusal refusal = refusal(
                "23505",
                "duplicate key value violates unique constraint \"users_pkey\"",
                "Key (email)=(ann@secret.example) already exists.",
                "COPY users, line 7");

        assertThat(refusal.message()).isEqualTo("duplicate key value violates unique constraint \"users_pkey\"");
        assertThat(refusal.copyLine()).isEqualTo(7);
        assertThat(refusal.copyColumn()).isNull();
        assertThat((Exception) refusal.withoutValues()).hasNoCause().hasMessageNotContaining("secret");
    }

    @Test
    void aValueThatIsNoNumberIsToldByItsLineAndColumnOnly() {
        ServerRefusal refusal = refusal(
                "22P02",
                "invalid input syntax for type integer: \"0815-secret\"",
                null,
                "COPY app.users, line 12, column age: \"0815-secret\"");

        assertThat(refusal.message()).isEqualTo("a value is not valid for its type");
        assertThat(refusal.copyLine()).isEqualTo(12);
        assertThat(refusal.copyColumn()).isEqualTo("age");
    }

    @Test
    void whatAFunctionRaisesIsNotRepeated() {
        assertThat(refusal("P0001", "bad customer ann@secret.example", null, null)
                        .message())
                .doesNotContain("secret");
    }

    @Test
    void aFullDiskIsAFailureOfTheServer() {
        assertThat(ServerFailureException.in(failure("53100", "could not extend file", "x", null), "db:5432"))
                .hasValueSatisfying(
                        failure -> assertThat(failure)
                                .hasMessage(
                                        "the disk of the server is full: db:5432. Make room on the server's disk, then run again"));
    }

    @Test
    void aDuplicateKeyIsNoFailureOfTheServer() {
        assertThat(ServerFailureException.in(failure("23505", "duplicate key", "x", null), "db:5432"))
                .isEmpty();
    }

    private static ServerRefusal refusal(String state, String message, String detail, String where) {
        return ServerRefusal.of(failure(state, message, detail, where));
    }

    /** As the protocol carries it: fields of a letter and a text, each ended by a NUL. */
    private static PSQLException failure(String state, String message, String detail, String where) {
        StringBuilder fields = new StringBuilder("SERROR\0C" + state + "\0M" + message + '\0');
        if (detail != null) {
            fields.append('D').append(detail).append('\0');
        }
        if (where != null) {
            fields.append('W').append(where).append('\0');
        }
        return new PSQLException(new ServerErrorMessage(fields.toString()));
    }
}
