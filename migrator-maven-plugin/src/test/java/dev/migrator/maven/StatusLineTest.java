package dev.migrator.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusLineTest {

    private final StatusLine status = new StatusLine();

    @Test
    void saysNothingBeforeTheFirstStep() {
        assertThat(status.text()).isEmpty();
    }

    @Test
    void addsUpWhatAStepHasDone() {
        status.step("loading rows");
        status.table("a", 1000);
        status.table("b", 1);
        status.bytes("loading rows", 2_000_000, 4_000_000);
        assertThat(status.text()).isEqualTo("loading rows: 2.0 MB of 4.0 MB, 2 tables, 1,001 rows");
    }

    @Test
    void countsAnewInTheNextStep() {
        status.step("loading rows");
        status.table("a", 1000);
        status.step("building indexes");
        assertThat(status.text()).isEqualTo("building indexes");
    }

    @Test
    void leavesOutATotalThatNobodyKnows() {
        status.bytes("reading rows", 2_000_000, 0);
        assertThat(status.text()).isEqualTo("reading rows: 2.0 MB");
    }

    @Test
    void fitsOnALine() {
        status.step("x".repeat(300));
        assertThat(status.text()).hasSize(100).endsWith("…");
    }
}
