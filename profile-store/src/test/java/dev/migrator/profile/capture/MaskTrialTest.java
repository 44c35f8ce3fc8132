package dev.migrator.profile.capture;

import static dev.migrator.profile.capture.MaskRoom.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskTrialTest {

    @TempDir
    private Path folder;

    private MaskRoom room;

    @BeforeEach
    void openStore() {
        room = new MaskRoom(folder, TestPostgres.newestMajor());
    }

    @Test
    void everyExpressionThatDoesNotWorkIsNamedWithItsColumnAndNoValue() {
        room.run("ALTER TABLE orders ADD total int, ADD paid int, ADD part int");

        assertThatThrownBy(() -> room.capture(
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
        assertThatThrownBy(() -> room.capture(mask("orders", "note", "'x'), (note")))
                .hasMessageContaining("public.orders.note (syntax error at or near");
        assertThatThrownBy(() -> room.capture(mask("orders", "note", "'x', note")))
                .hasMessageContaining("public.orders.note (syntax error at or near");
        assertThatThrownBy(() -> room.capture(mask("orders", "note", "'x' AS text), CAST(note")))
                .hasMessageContaining("public.orders.note (syntax error at or near");
    }

    @Test
    void aMaskThatARestoreCouldNotStoreIsRefused() {
        assertThatThrownBy(() -> room.capture(mask("customers", "email", "NULL")))
                .hasMessageContaining("public.customers.email (gives NULL, and the column is NOT NULL)");
        assertThatThrownBy(() -> room.capture(mask("customers", "email", "'someone@x.example'")))
                .hasMessageContaining(
                        "public.customers.email (gives two rows the same value, and the column is unique)");
    }
}
