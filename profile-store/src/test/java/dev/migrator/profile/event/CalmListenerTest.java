package dev.migrator.profile.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migrator.profile.event.ProgressEvent.BytesDone;
import dev.migrator.profile.event.ProgressEvent.Notice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalmListenerTest {

    private final List<ProgressEvent> heard = new ArrayList<>();
    private long now = 42;

    @Test
    void bytesAreToldOfTenTimesASecondAndAtTheEnd() {
        ProgressListener calm = new CalmListener(heard::add, () -> now);

        for (int done = 0; done <= 1000; done++) {
            calm.on(new BytesDone("loading rows", done, 1000));
            now += 1_000_000;
        }

        assertThat(heard).hasSize(11).last().isEqualTo(new BytesDone("loading rows", 1000, 1000));
    }

    @Test
    void everythingElseIsToldAtOnce() {
        ProgressListener calm = new CalmListener(heard::add, () -> now);

        calm.on(new Notice("one"));
        calm.on(new Notice("two"));

        assertThat(heard).hasSize(2);
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWork() {
        ProgressListener broken = event -> {
            throw new IllegalStateException("broken");
        };

        assertThatCode(() -> broken.calm().on(new Notice("one"))).doesNotThrowAnyException();
    }
}
