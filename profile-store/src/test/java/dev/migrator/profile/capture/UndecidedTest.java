package dev.migrator.profile.capture;

import static dev.migrator.profile.capture.MaskRoom.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndecidedTest {

    @TempDir
    private Path folder;

    private MaskRoom room;

    @BeforeEach
    void openStore() {
        room = new MaskRoom(folder, TestPostgres.newestMajor());
    }

    @Test
    void underUnclassifiedFailEveryUndecidedColumnIsNamedInOneMessage() {
        room.run(
                "CREATE TABLE event (who text, at int) PARTITION BY RANGE (at)",
                "CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (10) TO (20)");
        Masking masking = new Masking(
                PersonalData.MASKED,
                List.of(mask("customers", "email", "md5(email)")),
                Set.of(new ColumnName("public", "customers", "id"), new ColumnName("public", "event", "at")),
                true);

        assertThatThrownBy(() -> room.capture(masking))
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

        assertThat(room.capture(masking).counts().rows()).isEqualTo(3);
    }
}
