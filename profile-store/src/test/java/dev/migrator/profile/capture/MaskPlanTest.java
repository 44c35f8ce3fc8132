package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.Chunk;
import dev.migrator.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskPlanTest {

    @TempDir
    private Path folder;

    private CaptureRoom room;
    private Database source;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @BeforeEach
    void openStore() {
        room = new CaptureRoom(folder);
        prepare(TestPostgres.newest().major());
    }

    private void prepare(int major) {
        source = TestPostgres.of(major).createDatabase("masked");
        inPublic(
                "CREATE TABLE customers (id int PRIMARY KEY, email varchar(60) UNIQUE NOT NULL, born date,"
                        + " initial text GENERATED ALWAYS AS (left(email, 1)) STORED)",
                "INSERT INTO customers VALUES (1, 'jane.doe@planted.example', '1980-01-02'), (2, 'al@planted.example', NULL)",
                "CREATE TABLE orders (id int, customer int REFERENCES customers, note text)",
                "INSERT INTO orders VALUES (10, 1, 'for Jane')");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aMaskedValueIsNowhereInTheStore(int major) {
        prepare(major);
        Manifest manifest = capture(
                mask("customers", "email", "md5(email) || '@x.example' -- the length fits"),
                mask("customers", "born", "date_trunc('year', born)"),
                mask("orders", "note", "NULL"));

        assertThat(everyPlainByte(manifest)).doesNotContain("planted").doesNotContain("Jane");
        assertThat(room.text(manifest, "public.customers"))
                .isEqualTo("1\t" + Sql.value(source, "SELECT md5('jane.doe@planted.example')")
                        + "@x.example\t1980-01-01\n2\t" + Sql.value(source, "SELECT md5('al@planted.example')")
                        + "@x.example\t\\N\n");
        assertThat(room.text(manifest, "public.orders")).isEqualTo("10\t1\t\\N\n");
        assertThat(manifest.masking().personalData()).isEqualTo("masked");
        assertThat(manifest.masking().digest()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void masksThatWouldBeWorthAParallelPlanLeaveRowsInTheirOrder(int major) {
        prepare(major);
        inPublic(
                "CREATE TABLE log (id int, who text)",
                "INSERT INTO log SELECT i, repeat('x', 100) FROM generate_series(1, 100000) i",
                "ALTER DATABASE \"" + source.name() + "\" SET parallel_setup_cost = 0",
                "ALTER DATABASE \"" + source.name() + "\" SET parallel_tuple_cost = 0");

        Manifest manifest = capture(mask("log", "who", "'x'"));

        assertThat(room.text(manifest, "public.log").lines().map(line -> Integer.valueOf(line.split("\t")[0])))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aMaskHoldsForPartitionsAndHeirsUnlessTheyHaveTheirOwn(int major) {
        prepare(major);
        inPublic(
                "CREATE TABLE event (who text, at int) PARTITION BY RANGE (at)",
                "CREATE TABLE event_1 (at int, who text)",
                "ALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (0) TO (10)",
                "INSERT INTO event VALUES ('Jane', 1)",
                "CREATE TABLE staff (wage int, badge text) INHERITS (orders)",
                "INSERT INTO staff VALUES (11, 2, 'Jane', 7, 'Jane 7')",
                "CREATE TABLE trainee () INHERITS (staff)",
                "INSERT INTO trainee VALUES (12, 2, 'harmless', 7, 'b')");

        Manifest manifest = capture(
                mask("event", "who", "'someone'"),
                mask("orders", "note", "'hidden'"),
                mask("staff", "badge", "'no. ' || wage"),
                mask("trainee", "note", "upper(note)"));

        assertThat(room.text(manifest, "public.event_1")).isEqualTo("1\tsomeone\n");
        assertThat(room.text(manifest, "public.staff")).isEqualTo("11\t2\thidden\t7\tno. 7\n");
        assertThat(room.text(manifest, "public.trainee")).isEqualTo("12\t2\tHARMLESS\t7\tno. 7\n");
    }

    @Test
    void everythingThatIsWrongWithNamesIsSaidAtOnce() {
        inPublic("CREATE VIEW shown AS SELECT email FROM customers");

        assertThatThrownBy(() -> capture(
                        mask("customer", "email", "1"),
                        mask("customers", "emial", "1"),
                        mask("shown", "email", "1"),
                        mask("customers", "initial", "'x'")))
                .isInstanceOf(CaptureException.MaskingRefused.class)
                .hasMessageContaining("public.customer.email (there is no such table)")
                .hasMessageContaining("public.customers.emial (there is no such column)")
                .hasMessageContaining("public.shown.email (no table: what it shows is decided on the tables below it)")
                .hasMessageContaining("public.customers.initial (PostgreSQL computes it");
        assertThat(room.keys()).isEmpty();
    }

    @Test
    void everyExpressionThatDoesNotWorkIsNamedWithItsColumnAndNoValue() {
        inPublic("ALTER TABLE orders ADD total int, ADD paid int, ADD part int");

        assertThatThrownBy(() -> capture(
                        mask("customers", "born", "md5(boron)"),
                        mask("orders", "note", "md5("),
                        mask("orders", "total", "count(*)"),
                        mask("orders", "paid", "generate_series(1, 2)"),
                        mask("orders", "part", "note")))
                .hasMessageStartingWith("masks cannot be used: ")
                .hasMessageContaining("public.customers.born (column \"boron\" does not exist)")
                .hasMessageContaining("public.orders.note (syntax error at or near")
                .hasMessageContaining("public.orders.total (aggregate functions are not allowed in WHERE)")
                .hasMessageContaining("public.orders.paid (set-returning functions are not allowed in WHERE)")
                .hasMessageContaining("public.orders.part (fails on one of the first rows with SQLSTATE 22P02)")
                .satisfies(e -> assertThat(CaptureRoom.everythingIn(e)).doesNotContain("Jane"));
        assertThat(room.keys()).isEmpty();
    }

    @Test
    void aMaskThatIsMoreThanOneExpressionIsRefused() {
        assertThatThrownBy(() -> capture(mask("orders", "note", "'x'), (note")))
                .hasMessageContaining("public.orders.note (syntax error at or near");
        assertThatThrownBy(() -> capture(mask("orders", "note", "'x', note")))
                .hasMessageContaining("public.orders.note (syntax error at or near");
        assertThatThrownBy(() -> capture(mask("orders", "note", "'x' AS text), CAST(note")))
                .hasMessageContaining("public.orders.note (syntax error at or near");
    }

    @Test
    void aMaskThatARestoreCouldNotStoreIsRefused() {
        assertThatThrownBy(() -> capture(mask("customers", "email", "NULL")))
                .hasMessageContaining("public.customers.email (gives NULL, and the column is NOT NULL)");
        assertThatThrownBy(() -> capture(mask("customers", "email", "'someone@x.example'")))
                .hasMessageContaining(
                        "public.customers.email (gives two rows the same value, and the column is unique)");
    }

    @Test
    void aForeignKeyIsMaskedOnBothSidesOrNot() {
        assertThatThrownBy(() -> capture(mask("customers", "id", "id + 1000")))
                .hasMessageContaining("public.customers.id (the other side of foreign key orders_customer_fkey,"
                        + " public.orders.customer, is not masked: mask both alike or neither)");

        Manifest manifest =
                capture(mask("customers", "id", "id + 1000"), mask("orders", "customer", "customer + 1000"));
        assertThat(room.text(manifest, "public.orders")).startsWith("10\t1001\t");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aColumnThatRowsArePartitionedByIsNotMasked(int major) {
        prepare(major);
        inPublic(
                "CREATE TABLE log (who text, at date) PARTITION BY LIST (lower(who))",
                "CREATE TABLE log_rest PARTITION OF log DEFAULT");

        assertThatThrownBy(() -> capture(mask("log", "who", "'x'")))
                .hasMessageContaining("public.log.who (rows are partitioned by it");
    }

    @Test
    void underUnclassifiedFailEveryUndecidedColumnIsNamedInOneMessage() {
        inPublic(
                "CREATE TABLE event (who text, at int) PARTITION BY RANGE (at)",
                "CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (10) TO (20)");
        Masking masking = new Masking(
                PersonalData.MASKED,
                List.of(mask("customers", "email", "md5(email)")),
                Set.of(new ColumnName("public", "customers", "id"), new ColumnName("public", "event", "at")),
                true);

        assertThatThrownBy(() -> room.capture(CaptureRoom.request(source, masking, List.of(), null)))
                .hasMessageStartingWith("columns are neither masked nor kept: public.customers.born, public.event.who,"
                        + " public.orders.id, public.orders.customer, public.orders.note. Decide on each of them");
        assertThat(room.keys()).isEmpty();
    }

    @Test
    void aWholeTableCanBeKept() {
        Masking masking = new Masking(
                PersonalData.NONE,
                List.of(),
                Set.of(new ColumnName("public", "customers", "*"), new ColumnName("public", "orders", "*")),
                true);

        assertThat(room.capture(CaptureRoom.request(source, masking, List.of(), null))
                        .counts()
                        .rows())
                .isEqualTo(3);
    }

    @Test
    void whoMasksIsToldWhatNoMaskReaches() {
        inPublic("SELECT lo_create(0)");

        capture(mask("orders", "note", "'x'"));

        assertThat(room.notices()).containsExactly("masks hold for rows only: large objects are captured as they are");
    }

    private void inPublic(String... statements) {
        try (Connection connection = source.connect()) {
            Sql.run(connection, "SET search_path = public");
            Sql.run(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Manifest capture(MaskedColumn... masks) {
        Masking masking = new Masking(PersonalData.MASKED, List.of(masks), Set.of(), false);
        return room.capture(CaptureRoom.request(source, masking, List.of(), null))
                .manifest();
    }

    private static MaskedColumn mask(String table, String column, String expression) {
        return new MaskedColumn("public", table, column, expression);
    }

    /** All chunks, and the manifest in words. */
    private String everyPlainByte(Manifest manifest) {
        List<Chunk> chunks = manifest.chunks().toList();
        return Stream.of(new String(room.bytes(chunks), StandardCharsets.ISO_8859_1), manifest.toString())
                .reduce("", String::concat);
    }
}
