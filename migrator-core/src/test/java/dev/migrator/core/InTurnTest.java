package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void whoComesToADatabaseThatIsWorkedOnWaits() throws InterruptedException {
        Thread second = new Thread(() -> InTurn.on(database("one"), () -> done.add("second")));

        InTurn.on(database("one"), () -> {
            untilItEndsOrWaits(second);
            return done.add("first");
        });
        second.join();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void anotherDatabaseIsNotWaitedFor() {
        Thread second = new Thread(() -> InTurn.on(database("two"), () -> done.add("second")));

        InTurn.on(database("one"), () -> {
            untilItEndsOrWaits(second);
            return done.add("first");
        });

        assertThat(done).containsExactly("second", "first");
    }

    private static void untilItEndsOrWaits(Thread thread) {
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Database database(String name) {
        return JdbcDatabase.of("jdbc:postgresql://127.0.0.1:5432/" + name);
    }
}
