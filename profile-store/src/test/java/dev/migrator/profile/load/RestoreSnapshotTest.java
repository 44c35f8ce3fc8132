package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.roundTrip;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RestoreSnapshotTest {

    private static final String MAJORS = "dev.migrator.testing.TestPostgres#majors";

    private final TestPostgres server = TestPostgres.newest();

    @ParameterizedTest
    @MethodSource(MAJORS)
    void rowsKeysViewsAndSequencesComeBack(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL UNIQUE, mood mood DEFAULT 'ok', born date);
                CREATE TABLE notes (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person int REFERENCES people, note text);
                CREATE INDEX ON notes (lower(note));
                INSERT INTO people (name, born)
                SELECT 'p' || i || E'\\t\\n\\\\ü🙂', date '2000-01-01' + i FROM generate_series(1, 20) i;
                INSERT INTO notes (person, note) SELECT i, nullif('n' || i, 'n7') FROM generate_series(1, 20) i;
                CREATE VIEW moods AS SELECT mood, count(*) FROM people GROUP BY mood;
                CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM notes;
                """);

        assertThat(values(restored, "SELECT count(*) FROM public.people WHERE name LIKE E'p%\\t\\n\\\\\\\\ü🙂'"))
                .isEqualTo("20");
        assertThat(values(restored, "SELECT note IS NULL FROM public.notes WHERE person = 7"))
                .isEqualTo("t");
        assertThat(values(restored, "SELECT n FROM public.counted")).isEqualTo("20");
        assertThat(values(restored, "INSERT INTO public.people (name) VALUES ('next') RETURNING id"))
                .isEqualTo("21");
        assertThat(values(restored, "INSERT INTO public.notes (person) VALUES (1) RETURNING id"))
                .isEqualTo("21");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void tablesThatReferToEachOtherComeBack(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TABLE a (id int PRIMARY KEY, b int);
                CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a, up int REFERENCES b);
                ALTER TABLE a ADD CONSTRAINT a_to_b FOREIGN KEY (b) REFERENCES b DEFERRABLE INITIALLY DEFERRED;
                INSERT INTO a SELECT i FROM generate_series(1, 10) i;
                INSERT INTO b SELECT i, i, 11 - i FROM generate_series(1, 10) i;
                UPDATE a SET b = 11 - id;
                """);

        assertThat(values(restored, "SELECT count(*) FROM public.a JOIN public.b ON b.id = a.b"))
                .isEqualTo("10");
        assertThat(values(restored, "SELECT convalidated FROM pg_constraint WHERE contype = 'f'"))
                .isEqualTo("t,t,t");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aForeignKeyThatIsNotValidStaysSoAndItsRowsToo(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE child (parent int);
                INSERT INTO child VALUES (42);
                ALTER TABLE child ADD CONSTRAINT orphan FOREIGN KEY (parent) REFERENCES parent NOT VALID;
                """);

        assertThat(values(restored, "SELECT parent FROM public.child")).isEqualTo("42");
        assertThat(values(restored, "SELECT convalidated FROM pg_constraint WHERE conname = 'orphan'"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aTreeOfPartitionsComesBackWithItsKeys(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TABLE customers (id int PRIMARY KEY);
                INSERT INTO customers SELECT i FROM generate_series(1, 9) i;
                CREATE TABLE orders (id int, at date, customer int REFERENCES customers, PRIMARY KEY (id, at))
                    PARTITION BY RANGE (at);
                CREATE TABLE orders_2020 PARTITION OF orders FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')
                    PARTITION BY HASH (id);
                CREATE TABLE orders_2020_a PARTITION OF orders_2020 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE orders_2020_b PARTITION OF orders_2020 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
                CREATE INDEX ON orders (customer);
                INSERT INTO orders SELECT i, date '2019-12-25' + i, 1 + i % 9 FROM generate_series(1, 30) i;
                CREATE TABLE lines (order_id int, order_at date, FOREIGN KEY (order_id, order_at) REFERENCES orders);
                INSERT INTO lines SELECT id, at FROM orders;
                """);

        assertThat(values(restored, "SELECT count(*) FROM public.orders")).isEqualTo("30");
        assertThat(values(restored, "SELECT count(*) FROM public.orders_rest")).isEqualTo("6");
        assertThat(values(restored, "SELECT count(*) FROM public.lines")).isEqualTo("30");
        assertThat(values(restored, "SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void rowsWhosePartitionDependsOnTheServerFindTheirPlaceThroughTheRoot(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
                CREATE TABLE moods (mood mood, n int) PARTITION BY HASH (mood);
                CREATE TABLE moods_0 PARTITION OF moods FOR VALUES WITH (MODULUS 3, REMAINDER 0);
                CREATE TABLE moods_1 PARTITION OF moods FOR VALUES WITH (MODULUS 3, REMAINDER 1);
                CREATE TABLE moods_2 (n int, mood mood);
                ALTER TABLE moods ATTACH PARTITION moods_2 FOR VALUES WITH (MODULUS 3, REMAINDER 2);
                INSERT INTO moods SELECT m, 1 FROM unnest(enum_range(NULL::mood)) m;
                """);

        assertThat(values(restored, "SELECT mood FROM public.moods ORDER BY 1")).isEqualTo("a,b,c,d,e,f,g,h");
        assertThat(values(restored, "SELECT count(*) FROM public.moods WHERE mood = 'c'"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void triggersOfAnyKindDoNotFireWhileRowsAreLoaded(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TABLE t (id int, changed int DEFAULT 0);
                CREATE TABLE log (id int);
                INSERT INTO t VALUES (1), (2);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO public.log VALUES (NEW.id); NEW.changed := 1; RETURN NEW; END $$;
                CREATE TRIGGER plain BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                CREATE TRIGGER always BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                ALTER TABLE t ENABLE ALWAYS TRIGGER always;
                CREATE RULE twice AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (0);
                """);

        assertThat(values(restored, "SELECT changed FROM public.t")).isEqualTo("0,0");
        assertThat(values(restored, "SELECT count(*) FROM public.log")).isEqualTo("0");
        assertThat(values(restored, "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'public.t'::regclass"))
                .isEqualTo("2");
    }

    @Test
    void anEventTriggerDoesNotSeeTheRestore() throws SQLException {
        Database restored = roundTrip(server, """
                CREATE TABLE log (tag text);
                CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO public.log VALUES (tg_tag); END $$;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
                CREATE EVENT TRIGGER noting ON ddl_command_end EXECUTE FUNCTION noted();
                """);

        assertThat(values(restored, "SELECT count(*) FROM public.log")).isEqualTo("0");
        execute(restored, "CREATE TABLE public.later ()");
        assertThat(values(restored, "SELECT tag FROM public.log")).isEqualTo("CREATE TABLE");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void generatedColumnsAreComputedAnew(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                CREATE TABLE t (a int, twice int GENERATED ALWAYS AS (a * 2) STORED, "Odd ""name""\" text);
                INSERT INTO t VALUES (21, DEFAULT, 'x');
                CREATE TABLE only_generated (g int GENERATED ALWAYS AS (7) STORED);
                INSERT INTO only_generated SELECT FROM generate_series(1, 4);
                CREATE TABLE no_columns ();
                INSERT INTO no_columns SELECT FROM generate_series(1, 5);
                """);

        assertThat(values(restored, "SELECT twice FROM public.t")).isEqualTo("42");
        assertThat(values(restored, "SELECT count(*) FROM public.only_generated WHERE g = 7"))
                .isEqualTo("4");
        assertThat(values(restored, "SELECT count(*) FROM public.no_columns")).isEqualTo("5");
    }

    @Test
    void rowsOfInheritingTablesStayWhereTheyAre() throws SQLException {
        Database restored = roundTrip(server, """
                CREATE TABLE parent (id int);
                CREATE TABLE child (more text) INHERITS (parent);
                INSERT INTO parent VALUES (1);
                INSERT INTO child VALUES (2, 'x');
                """);

        assertThat(values(restored, "SELECT id FROM ONLY public.parent")).isEqualTo("1");
        assertThat(values(restored, "SELECT id FROM public.child")).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void largeObjectsKeepTheirOidsAndComments(int major) throws SQLException {
        Database restored = roundTrip(TestPostgres.of(major), """
                SELECT lo_from_bytea(4000000001, '\\x00ff10');
                SELECT lo_from_bytea(5, '');
                COMMENT ON LARGE OBJECT 5 IS 'the empty one';
                """);

        assertThat(values(restored, "SELECT lo_get(4000000001)")).isEqualTo("\\x00ff10");
        assertThat(values(restored, "SELECT obj_description(5, 'pg_largeobject')"))
                .isEqualTo("the empty one");
    }

    @Test
    void aSequenceThatWasNeverCalledStartsWhereItStood() throws SQLException {
        Database restored = roundTrip(
                server, "CREATE SEQUENCE fresh START 7; CREATE SEQUENCE used START 7; " + "SELECT nextval('used')");

        assertThat(values(restored, "SELECT nextval('public.fresh')")).isEqualTo("7");
        assertThat(values(restored, "SELECT nextval('public.used')")).isEqualTo("8");
    }

    @Test
    void rowsAreFrozenAndCounted() throws SQLException {
        Database restored = roundTrip(server, "CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) i");

        assertThat(values(restored, "SELECT reltuples FROM pg_class WHERE oid = 'public.t'::regclass"))
                .isEqualTo("1000");
        assertThat(values(restored, "SELECT relallvisible = relpages FROM pg_class WHERE oid = 'public.t'::regclass"))
                .as("every page is known to be visible, as only FREEZE and VACUUM make it")
                .isEqualTo("t");
    }

    @Test
    void aDatabaseWithoutAnythingComesBack() throws SQLException {
        Database restored = roundTrip(server, "SELECT 1");

        assertThat(values(restored, "SELECT count(*) FROM pg_class WHERE oid >= 16384"))
                .isEqualTo("0");
    }

    @Test
    void aDatabaseWithoutItsPublicSchemaComesBackWithoutIt() throws SQLException {
        Database restored = roundTrip(server, "DROP SCHEMA public; CREATE SCHEMA app; CREATE TABLE app.t ()");

        assertThat(values(restored, "SELECT nspname FROM pg_namespace WHERE nspname IN ('app', 'public')"))
                .isEqualTo("app");
    }
}
