package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableSplitterTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @Property
    void theRangesOfATableFollowOneAnotherFromTheFirstPageToTheLast(
            @ForAll @LongRange(min = 1, max = 3_000_000) long pages,
            @ForAll @LongRange(max = 9_000_000) long toastPages) {
        List<PageRange> ranges = TableSplitter.split(new TableSize(pages, toastPages, true));

        assertThat(ranges.get(0).from()).isZero();
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).from()).isEqualTo(ranges.get(i - 1).to());
        }
        assertThat(ranges.get(ranges.size() - 1).to()).isEqualTo(PageRange.END);
        assertThat(ranges.get(ranges.size() - 1).from()).isLessThan(pages);
    }

    @Property
    void theRangesOfATableThatHasGrownBeginAsTheyDidBefore(
            @ForAll @LongRange(min = 1, max = 2_000_000) long pages, @ForAll @LongRange(max = 2_000_000) long more) {
        List<PageRange> before = TableSplitter.split(new TableSize(pages, 0, true));
        List<PageRange> after = TableSplitter.split(new TableSize(pages + more, 0, true));

        assertThat(after.subList(0, before.size() - 1)).isEqualTo(before.subList(0, before.size() - 1));
        assertThat(after.get(before.size() - 1).from())
                .isEqualTo(before.get(before.size() - 1).from());
    }

    @Test
    void aTableOfLongValuesIsSplitIntoShorterRanges() {
        assertThat(TableSplitter.split(new TableSize(16_000, 0, true))).hasSize(1);
        assertThat(TableSplitter.split(new TableSize(16_000, 16_000 * 9, true))).hasSize(16);
        assertThat(TableSplitter.split(new TableSize(16_000, 16_000 * 12, true)))
                .isEqualTo(TableSplitter.split(new TableSize(16_000, 16_000 * 9, true)));
    }

    @Test
    void aTableWithoutPagesHasNoRangesAndOneOfAnotherKindOfStorageHasOne() {
        assertThat(TableSplitter.split(new TableSize(0, 0, true))).isEmpty();
        assertThat(TableSplitter.split(new TableSize(0, 0, false))).containsExactly(PageRange.ALL);
        assertThat(TableSplitter.split(new TableSize(900_000, 0, false))).containsExactly(PageRange.ALL);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void postgresReadsARangeWithoutReadingTheRestOfTheTable(int major) throws SQLException {
        Database source = TestPostgres.of(major).createDatabase("ranges");
        Sql.run(source, "CREATE TABLE public.t AS SELECT i FROM generate_series(1, 50000) i", "ANALYZE public.t");
        try (Connection connection = source.connect()) {
            String plan =
                    Sql.value(connection, "EXPLAIN SELECT * FROM public.t WHERE " + new PageRange(10, 20).condition());

            assertThat(plan).startsWith("Tid Range Scan on t");
        }
    }
}
