package dev.migrator.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopOnSignalTest {

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final StopOnSignal stop = new StopOnSignal("migrator:restore", "the target is as it was", said::add);
    private final Thread signal = new Thread(stop::stop);

    @Test
    void workThatWaitsIsInterruptedAndOneLineSaysWhatIsAsItWas() throws Exception {
        String sentence = "stopped by a signal, the target is as it was: migrator:restore."
                + " Run it again; it begins anew and clears away what is left";

        assertThatThrownBy(() -> stop.around(() -> {
                    signal.start();
                    new CountDownLatch(1).await();
                    return List.of();
                }))
                .hasMessage(sentence);
        signal.join();

        assertThat(said).containsExactly(sentence);
    }

    @Test
    void workThatWaitsForAServerIsStoppedToo() throws Exception {
        Database database =
                stop.effects().databases().apply(TestPostgres.newest().maintenance());

        assertThatThrownBy(() -> stop.around(() -> {
                    try (Connection connection = database.connect();
                            var statement = connection.createStatement()) {
                        signal.start();
                        statement.execute("SELECT pg_catalog.pg_sleep(3600)");
                        return List.of();
                    }
                }))
                .hasMessageStartingWith("stopped by a signal");
        assertThat(Thread.interrupted()).isTrue();
        signal.join();
    }

    @Test
    void workThatIsAboutToLandIsLetDoIt() throws Exception {
        ProgressListener listener = stop.hearing(ProgressListener.NONE);

        List<String> told = stop.around(() -> {
            listener.on(new ProgressEvent.Landing());
            signal.start();
            while (signal.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            return List.of("restored");
        });
        signal.join();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(told).containsExactly("restored");
        assertThat(said)
                .containsExactly("migrator:restore was all but done when the signal came, and has been finished");
    }
}
