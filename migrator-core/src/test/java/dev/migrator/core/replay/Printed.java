package dev.migrator.core.replay;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What work prints, and what it logs by the JVM's own logging, which would print it. Not for tests that run side by side. */
final class Printed {

    private Printed() {}

    static String during(Runnable work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true);
        PrintStream out = System.out;
        PrintStream err = System.err;
        Handler logs = new Handler() {
            @Override
            public void publish(LogRecord message) {
                both.println(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(logs);
        System.setOut(both);
        System.setErr(both);
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
            Logger.getLogger("").removeHandler(logs);
        }
        return bytes.toString();
    }
}
