package dev.migrator.it.crash;

import dev.migrator.core.Effects;
import dev.migrator.profile.disk.Disk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A use case in a process of its own, which halts in the place of one of its effects. */
final class Victim {

    private Victim() {}

    /**
     * Runs a use case until it ends or is halted.
     *
     * @param useCase {@code upload} or {@code restore}
     * @param at the number of the effect that never happens; 0 for none
     * @return the exit code
     */
    static int run(Project project, String useCase, long at, Path journal) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        useCase,
                        String.valueOf(at),
                        journal.toString(),
                        project.folder().toString(),
                        project.sourceUrl(),
                        project.targetUrl(),
                        project.user()))
                .redirectErrorStream(true)
                .redirectOutput(new File(project.folder().toFile(), "victim.log"));
        builder.environment().put("VICTIM_PASSWORD", project.password());
        return builder.start().waitFor();
    }

    /** The process. */
    public static void main(String[] arguments) {
        CrashPoint point = new CrashPoint(Long.parseLong(arguments[1]), Path.of(arguments[2]));
        Project project = new Project(
                Path.of(arguments[3]), arguments[4], arguments[5], arguments[6], System.getenv("VICTIM_PASSWORD"));
        Effects effects = new Effects(
                database -> new CrashingDatabase(database, point),
                store -> new CrashingStore(store, point),
                new CrashingDisk(Disk.local(), point));
        switch (arguments[0]) {
            case "upload" -> project.upload(effects);
            case "restore" -> project.restore(effects);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
