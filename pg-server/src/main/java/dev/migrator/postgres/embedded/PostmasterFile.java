package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a data directory says; it stays behind when the server or the machine is killed.
 *
 * @param pid the process that wrote it
 * @param started when, to the second
 * @param port where it listens
 */
record PostmasterFile(long pid, Instant started, int port) {

    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;

    /** Between the birth of the process and the moment that it notes down. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty where there is none, or one that is still being written. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(data));
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            Long.parseLong(lines.get(PID_LINE).strip()),
                            Instant.ofEpochSecond(
                                    Long.parseLong(lines.get(START_LINE).strip())),
                            Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException("not a postmaster.pid: " + in(data), e);
        }
    }

    /** The file in the data directory, if the server that wrote it still runs, whatever it answers. */
    static Optional<PostmasterFile> running(Path data) throws IOException {
        return read(data).filter(file -> file.writerRuns(data));
    }

    /**
     * Whether the process with this number is the one that wrote the file and not one that got the number later. PostgreSQL works in
     * its data directory, which decides it where the system shows that; else its program and its age do.
     */
    private boolean writerRuns(Path data) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(data.toRealPath());
        } catch (IOException e) {
            ProcessHandle.Info info = process.get().info();
            return info.command().map(PostmasterFile::isPostgres).orElse(true)
                    && info.startInstant().map(this::fits).orElse(true);
        }
    }

    private boolean fits(Instant born) {
        return Duration.between(born, started).abs().compareTo(TOLERANCE) < 0;
    }

    private static boolean isPostgres(String command) {
        String file = command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
        // The kernel adds this where the binary has been removed since.
        return file.replace(" (deleted)", "").replace(".exe", "").equals("postgres");
    }
}
