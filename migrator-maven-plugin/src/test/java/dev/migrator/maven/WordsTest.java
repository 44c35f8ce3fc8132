package dev.migrator.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void oneIsSingularAndThousandsAreGrouped() {
        assertThat(Words.count(1, "table")).isEqualTo("1 table");
        assertThat(Words.count(0, "row")).isEqualTo("0 rows");
        assertThat(Words.count(1_234_567, "row")).isEqualTo("1,234,567 rows");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "33554432, 33.6 MB",
        "5000000000000000, 5000.0 TB"
    })
    void sizesAreDecimal(long bytes, String words) {
        assertThat(Words.size(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT0.34S, 0.3 s", "PT59.9S, 59.9 s", "PT2M5S, 2 min 05 s", "PT1H2M3S, 1 h 02 min"})
    void timesHaveTwoParts(Duration duration, String words) {
        assertThat(Words.time(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT30S, now", "PT90S, 1 minute", "PT3H, 3 hours", "P2DT5H, 2 days"})
    void agesHaveOne(Duration age, String words) {
        Instant now = Instant.parse("2026-02-03T04:05:06Z");
        assertThat(Words.age(now.minus(age), now)).isEqualTo(words);
    }
}
