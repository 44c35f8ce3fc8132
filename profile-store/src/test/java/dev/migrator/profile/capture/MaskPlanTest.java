package dev.migrator.profile.capture;

import static dev.migrator.profile.capture.MaskRoom.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskPlanTest {

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

    @Test
    void everythingThatIsWrongWithNamesIsSaidAtOnce() {
        room.run("CREATE VIEW shown AS SELECT email FROM customers");

        assertThatThrownBy(() -> room.capture(
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
    void aForeignKeyIsNotMaskedOnOneSideOnly() {
        assertThatThrownBy(() -> room.capture(mask("customers", "id", "id + 1000")))
                .hasMessageContaining("public.customers.id (the other side of foreign key orders_customer_fkey,"
                        + " public.orders.customer, is not masked: mask both alike or neither)");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aColumnThatRowsArePartitionedByIsNotMasked(int major) {
        room = new MaskRoom(folder, major);
        room.run(
                "CREATE TABLE log (who text, at date) PARTITION BY LIST (lower(who))",
                "CREATE TABLE log_rest PARTITION OF log DEFAULT");

        assertThatThrownBy(() -> room.capture(mask("log", "who", "'x'")))
                .hasMessageContaining("public.log.who (rows are partitioned by it");
    }
}
