package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.store.SnapshotSummary;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotNotFoundTest {

    @Test
    void whatIsThereIsListedInItsPlace() {
        assertThat(SnapshotNotFoundException.none("4711", "file:/srv/customer1", published(2)))
                .hasMessage("the store has no such snapshot: '4711' in file:/srv/customer1."
                        + " Give latest or one of these: 000000000000 of 2026-11-24T10:15:30Z,"
                        + " 111111111111 of 2026-11-24T10:15:30Z");
    }

    @Test
    void ofManyTheNewestAreListed() {
        assertThat(SnapshotNotFoundException.none("4711", "file:/srv/customer1", published(13)))
                .hasMessageContaining("999999999999")
                .hasMessageNotContaining("aaaaaaaaaaaa")
                .hasMessageEndingWith(", and 3 older ones");
    }

    private static List<SnapshotSummary> published(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SnapshotId(Integer.toHexString(i).repeat(64)))
                .map(id -> new SnapshotSummary(id, 1000, Instant.parse("2026-11-24T10:15:30.123456Z")))
                .toList();
    }
}
