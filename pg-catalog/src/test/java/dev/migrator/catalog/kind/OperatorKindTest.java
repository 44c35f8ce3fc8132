package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsOperatorsThatNameOneAnother(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA app; CREATE TYPE app.comp AS (a int);
                CREATE FUNCTION app.comp_eq(app.comp, app.comp) RETURNS bool LANGUAGE sql IMMUTABLE AS 'select ($1).a = ($2).a';
                CREATE FUNCTION app.comp_ne(app.comp, app.comp) RETURNS bool LANGUAGE sql IMMUTABLE AS 'select ($1).a <> ($2).a';
                CREATE FUNCTION app.neg(app.comp) RETURNS int LANGUAGE sql IMMUTABLE AS 'select -($1).a';
                CREATE OPERATOR app.=== (LEFTARG = app.comp, RIGHTARG = app.comp, FUNCTION = app.comp_eq, COMMUTATOR = OPERATOR(app.===),
                    NEGATOR = OPERATOR(app.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
                CREATE OPERATOR app.!== (LEFTARG = app.comp, RIGHTARG = app.comp, FUNCTION = app.comp_ne, NEGATOR = OPERATOR(app.===));
                CREATE OPERATOR app.@- (RIGHTARG = app.comp, FUNCTION = app.neg); COMMENT ON OPERATOR app.@- (NONE, app.comp) IS 'o';
                CREATE TABLE ops (c app.comp, CHECK (c OPERATOR(app.===) c))""");
        trip.isFaithful();
        assertThat(trip.object("operator app.===(app.comp, app.comp)")
                        .definition()
                        .text())
                .contains("NEGATOR = OPERATOR(app.!==)", "HASHES");
        assertThat(trip.object("operator app.@-(NONE, app.comp)").comments())
                .extracting("text")
                .containsExactly("o");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void leavesAPairOneSidedOfWhichOnlyOneNamesTheOther(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION same(int, int) RETURNS bool LANGUAGE sql AS 'select $1 = $2';
                CREATE OPERATOR === (FUNCTION = same, LEFTARG = int, RIGHTARG = int, NEGATOR = !==);
                CREATE OPERATOR !== (FUNCTION = same, LEFTARG = int, RIGHTARG = int)""");
        // pg_dump makes them by name, the second names the first, and PostgreSQL completes the pair.
        trip.readsBackTheSame();
        assertThat(trip.answer("SELECT string_agg(oprname || ' ' || (oprnegate <> 0), ', ' ORDER BY oprname)"
                        + " FROM pg_operator WHERE oid >= 16384"))
                .isEqualTo("!== false, === true");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void theNameThatADroppedOperatorHasLeftBehindIsNoObject(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION same(int, int) RETURNS bool LANGUAGE sql AS 'select $1 = $2';
                CREATE OPERATOR === (FUNCTION = same, LEFTARG = int, RIGHTARG = int, NEGATOR = !==);
                DROP OPERATOR === (int, int)""");
        trip.isFaithful();
        assertThat(trip.original().objects()).noneMatch(object -> object.id().kind() == ObjectKind.OPERATOR);
    }
}
