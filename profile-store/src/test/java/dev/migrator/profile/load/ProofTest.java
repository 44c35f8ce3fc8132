package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A restored database, then changed by somebody: the proof names what. */
class ProofTest {

    private static final String SCRIPT = """
            CREATE TABLE people (id serial PRIMARY KEY, name text, born date DEFAULT now());
            INSERT INTO people (name) SELECT 'p' || i FROM generate_series(1, 10) i;
            COMMENT ON TABLE people IS 'who';
            CREATE INDEX by_name ON people (name);
            CREATE VIEW names AS SELECT name FROM people;
            CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd');
            CREATE TABLE moods (mood mood) PARTITION BY HASH (mood);
            CREATE TABLE moods_0 PARTITION OF moods FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE moods_1 PARTITION OF moods FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            INSERT INTO moods SELECT m FROM unnest(enum_range(NULL::mood)) m;
            SELECT lo_from_bytea(7, '\\x0102');
            """;

    private static Taken taken;

    @BeforeAll
    static void take() throws SQLException {
        taken = Taken.of(database(TestPostgres.newest(), SCRIPT));
    }

    @Test
    void anUnchangedDatabaseIsProved() {
        Database restored = restored();

        assertThatCode(() -> prove(restored)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "UPDATE people SET name = 'P1' WHERE id = 1 | table public.people: other rows",
                "DELETE FROM people WHERE id = 1            | table public.people: 9 rows instead of 10",
                "INSERT INTO people (id) VALUES (99)        | table public.people: 11 rows instead of 10",
                "UPDATE moods SET mood = 'b' WHERE mood = 'a' | table \"public\".\"moods\": other rows",
                "SELECT setval('people_id_seq', 11)         | sequence public.people_id_seq: after 11 instead of after 10",
                "ALTER TABLE people ADD COLUMN x int        | table public.people: another definition",
                "DROP INDEX by_name                         | index public.people.by_name: missing",
                "CREATE TABLE more ()                       | table public.more: not in the snapshot",
                "CREATE OR REPLACE VIEW names AS SELECT name FROM people WHERE id > 0 | view public.names: another definition",
                "COMMENT ON TABLE people IS 'whom'          | table public.people: another comment",
                "GRANT SELECT ON people TO PUBLIC           | table public.people: another privileges",
                "SELECT lo_put(7, 0, '\\x03')               | large object 7: other bytes",
                "SELECT lo_put(7, 2, '\\x03')               | large object 7: 3 bytes instead of 2",
                "SELECT lo_unlink(7)                        | large object 7: missing",
                "SELECT lo_from_bytea(8, '')                | large object 8: not in the snapshot",
                "COMMENT ON LARGE OBJECT 7 IS 'mine'        | large object 7: another comment",
            })
    void whatWasChangedIsNamed(String change, String difference) throws SQLException {
        Database restored = restored();
        execute(restored, "SET search_path = public;" + change);

        assertThatThrownBy(() -> prove(restored))
                .isInstanceOfSatisfying(RestoreProofException.class, e -> assertThat(e.differences())
                        .contains(difference));
    }

    private static Database restored() {
        return Restoring.of(taken, absent(TestPostgres.newest())).run();
    }

    private static void prove(Database restored) {
        Proof proof = new Proof(
                taken.manifest(),
                Set.of(),
                Omissions.NONE,
                restored,
                LoadWorker.crew(restored, true, 2),
                ProgressListener.NONE);
        proof.rows();
        proof.rest();
    }
}
