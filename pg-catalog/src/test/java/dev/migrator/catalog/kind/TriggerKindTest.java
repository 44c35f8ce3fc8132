package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsTriggersOfEveryShapeAndWhetherTheyFire(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
                CREATE TABLE a (id int, v text); CREATE VIEW view_of AS SELECT id FROM a;
                CREATE TRIGGER shaped BEFORE UPDATE OF v, id ON a FOR EACH ROW
                    WHEN (old.v IS DISTINCT FROM new.v) EXECUTE FUNCTION trg('a''b', 'c\\d');
                CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trg();
                CREATE TRIGGER transition AFTER INSERT ON a REFERENCING NEW TABLE AS nt FOR EACH STATEMENT EXECUTE FUNCTION trg();
                CREATE TRIGGER instead INSTEAD OF INSERT ON view_of FOR EACH ROW EXECUTE FUNCTION trg();
                ALTER TABLE a ENABLE ALWAYS TRIGGER transition; ALTER TABLE a DISABLE TRIGGER shaped; ALTER TABLE a ENABLE REPLICA TRIGGER deferred;
                COMMENT ON TRIGGER shaped ON a IS 't'; COMMENT ON CONSTRAINT deferred ON a IS 'c'""");
        trip.isFaithful();
        assertThat(
                        trip.answer(
                                "SELECT string_agg(tgname || tgenabled::text, ' ' ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal"))
                .isEqualTo("deferredR insteadO shapedD transitionA");
        assertThat(trip.sql(Phase.LATE)).anyMatch(sql -> sql.startsWith("CREATE TRIGGER shaped"));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsWhichPartitionsFireATriggerOtherwiseThanTheirParent(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
                CREATE TABLE part (k int) PARTITION BY LIST (k);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1); CREATE TABLE part_2 PARTITION OF part FOR VALUES IN (2);
                CREATE TRIGGER tr BEFORE UPDATE ON part FOR EACH ROW EXECUTE FUNCTION trg();
                CREATE TRIGGER off BEFORE DELETE ON part FOR EACH ROW EXECUTE FUNCTION trg(); ALTER TABLE part DISABLE TRIGGER off;
                ALTER TABLE part_2 DISABLE TRIGGER tr; ALTER TABLE part_2 ENABLE TRIGGER off""");
        trip.isFaithful();
        assertThat(trip.answer("""
                        SELECT string_agg(tgrelid::regclass::text || tgname || tgenabled::text, ' ' ORDER BY tgrelid::regclass::text, tgname)
                        FROM pg_trigger"""))
                .isEqualTo(
                        "public.partoffD public.parttrO public.part_1offD public.part_1trO public.part_2offO public.part_2trD");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsWhichPartitionsOfPartitionsFireATrigger(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
                CREATE TABLE part (k int) PARTITION BY LIST (k);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1) PARTITION BY LIST (k);
                CREATE TABLE part_1_a PARTITION OF part_1 FOR VALUES IN (1);
                CREATE TRIGGER tr AFTER INSERT ON part FOR EACH ROW EXECUTE FUNCTION trg();
                ALTER TABLE part_1 ENABLE REPLICA TRIGGER tr; ALTER TABLE part_1_a DISABLE TRIGGER tr""");
        trip.isFaithful();
        assertThat(trip.answer(
                        "SELECT string_agg(tgenabled::text, '' ORDER BY tgrelid::regclass::text) FROM pg_trigger"))
                .isEqualTo("ORD");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void theTriggersOfKeysAreNoneOfTheUsers(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE p (id int PRIMARY KEY, u int UNIQUE DEFERRABLE);
                CREATE TABLE c (id int REFERENCES p, k int) PARTITION BY LIST (k); CREATE TABLE c_1 PARTITION OF c FOR VALUES IN (1)""");
        trip.isFaithful();
        assertThat(trip.original().objects()).noneMatch(object -> object.id().kind() == ObjectKind.TRIGGER);
    }
}
