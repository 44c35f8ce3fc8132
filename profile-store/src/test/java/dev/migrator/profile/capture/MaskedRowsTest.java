package dev.migrator.profile.capture;

import static dev.migrator.profile.capture.MaskRoom.mask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.manifest.Manifest;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a snapshot holds in the place of what is masked. */
class MaskedRowsTest {

    @TempDir
    private Path folder;

    private MaskRoom room;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @BeforeEach
    void openStore() {
        room = new MaskRoom(folder, TestPostgres.newestMajor());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aMaskedValueIsNowhereInTheStore(int major) {
        room = new MaskRoom(folder, major);
        Manifest manifest = room.capture(
                mask("customers", "email", "md5(email) || '@x.example' -- the length fits"),
                mask("customers", "born", "date_trunc('year', born)"),
                mask("orders", "note", "NULL"));

        assertThat(room.everyPlainByte(manifest)).doesNotContain("planted").doesNotContain("Jane");
        assertThat(room.text(manifest, "public.customers"))
                .isEqualTo("1\t" + room.value("SELECT md5('jane.doe@planted.example')")
                        + "@x.example\t1980-01-01\n2\t" + room.value("SELECT md5('al@planted.example')")
                        + "@x.example\t\\N\n");
        assertThat(room.text(manifest, "public.orders")).isEqualTo("10\t1\t\\N\n");
        assertThat(manifest.masking().personalData()).isEqualTo("masked");
        assertThat(manifest.masking().digest()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void masksThatWouldBeWorthAParallelPlanLeaveRowsInTheirOrder(int major) {
        room = new MaskRoom(folder, major);
        room.run(
                "CREATE TABLE log (id int, who text)",
                "INSERT INTO log SELECT i, repeat('x', 100) FROM generate_series(1, 100000) i",
                "ALTER DATABASE \"" + room.source().name() + "\" SET parallel_setup_cost = 0",
                "ALTER DATABASE \"" + room.source().name() + "\" SET parallel_tuple_cost = 0");

        Manifest manifest = room.capture(mask("log", "who", "'x'"));

        assertThat(room.text(manifest, "public.log").lines().map(line -> Integer.valueOf(line.split("\t")[0])))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aMaskHoldsForPartitionsAndHeirsUnlessTheyHaveTheirOwn(int major) {
        room = new MaskRoom(folder, major);
        room.run(
                "CREATE TABLE event (who text, at int) PARTITION BY RANGE (at)",
                "CREATE TABLE event_1 (at int, who text)",
                "ALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (0) TO (10)",
                "INSERT INTO event VALUES ('Jane', 1)",
                "CREATE TABLE staff (wage int, badge text) INHERITS (orders)",
                "INSERT INTO staff VALUES (11, 2, 'Jane', 7, 'Jane 7')",
                "CREATE TABLE trainee () INHERITS (staff)",
                "INSERT INTO trainee VALUES (12, 2, 'harmless', 7, 'b')");

        Manifest manifest = room.capture(
                mask("event", "who", "'someone'"),
                mask("orders", "note", "'hidden'"),
                mask("staff", "badge", "'no. ' || wage"),
                mask("trainee", "note", "upper(note)"));

        assertThat(room.text(manifest, "public.event_1")).isEqualTo("1\tsomeone\n");
        assertThat(room.text(manifest, "public.staff")).isEqualTo("11\t2\thidden\t7\tno. 7\n");
        assertThat(room.text(manifest, "public.trainee")).isEqualTo("12\t2\tHARMLESS\t7\tno. 7\n");
    }

    @Test
    void aForeignKeyThatIsMaskedOnBothSidesIsStillOne() {
        Manifest manifest =
                room.capture(mask("customers", "id", "id + 1000"), mask("orders", "customer", "customer + 1000"));

        assertThat(room.text(manifest, "public.orders")).startsWith("10\t1001\t");
    }

    @Test
    void whoMasksIsToldWhatNoMaskReaches() {
        room.run("SELECT lo_create(0)");

        room.capture(mask("orders", "note", "'x'"));

        assertThat(room.notices()).containsExactly("masks hold for rows only: large objects are captured as they are");
    }
}
