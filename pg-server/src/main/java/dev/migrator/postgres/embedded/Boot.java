package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells one boot of the machine from the next: what was not flushed before one is lost after it. */
final class Boot {

    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

    private Boot() {}

    /** A text that is the same for as long as the machine runs; {@code unknown} on systems that have none. */
    static String id() {
        try {
            if (Files.isReadable(LINUX)) {
                return Files.readString(LINUX).strip();
            }
            if (System.getProperty("os.name").startsWith("Mac")) {
                Program sysctl = Program.run(List.of("sysctl", "-n", "kern.bootsessionuuid"));
                return sysctl.succeeded() ? sysctl.output() : "unknown";
            }
            return "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
