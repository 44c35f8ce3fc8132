package dev.migrator.core.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command line of the shell that finds the database in its environment, as libpq and JDBC programs look for it; so no password is ever
 * on a command line.
 */
final class CommandRun {

    private static final int LAST_LINES = 20;

    private final String command;
    private final Path folder;

    /** @param folder that it runs in */
    CommandRun(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** @throws ReplayException with the exit code and the last lines of output, where it fails */
    void on(ReplayTarget target) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        ProcessBuilder builder = new ProcessBuilder(
                        windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        address(builder.environment(), target);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<Deque<String>> output = CompletableFuture.supplyAsync(() -> last(process));
            int code = ended(process);
            if (code != 0) {
                throw failed(code, output.join(), target.password());
            }
        } catch (IOException e) {
            throw new ReplayException(
                    "the replay command cannot be run (" + e.getMessage() + ")", command, "Correct replayCommand");
        }
    }

    private static void address(Map<String, String> environment, ReplayTarget target) {
        List<String> servers = Arrays.asList(target.database().server().split(",", -1));
        environment.keySet().removeAll(List.of("PGSERVICE", "PGHOSTADDR", "PGPASSWORD"));
        environment.keySet().removeIf(name -> name.startsWith("MIGRATOR_") && name.endsWith("_PASSWORD"));
        environment.put("PGHOST", joined(servers, server -> server.substring(0, server.lastIndexOf(':'))));
        environment.put("PGPORT", joined(servers, server -> server.substring(server.lastIndexOf(':') + 1)));
        environment.put("PGDATABASE", target.database().name());
        environment.put("PGUSER", target.database().user());
        environment.put("JDBC_URL", target.database().url());
        environment.put("JDBC_USER", target.database().user());
        if (target.password() != null) {
            environment.put("PGPASSWORD", target.password());
            environment.put("JDBC_PASSWORD", target.password());
        }
    }

    private static String joined(List<String> servers, UnaryOperator<String> part) {
        return servers.stream()
                .map(part)
                .map(text -> text.replaceAll("[\\[\\]]", ""))
                .collect(Collectors.joining(","));
    }

    private static Deque<String> last(Process process) {
        Deque<String> lines = new ArrayDeque<>();
        try (BufferedReader reader = process.inputReader(Charset.defaultCharset())) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() > LAST_LINES) {
                    lines.remove();
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            Thread.currentThread().interrupt();
            throw new ReplayException("the replay command was stopped", command, "Run again");
        }
    }

    /** What psql prints of rows stays out of it. */
    private ReplayException failed(int code, Deque<String> lines, @Nullable String password) {
        String said = lines.stream()
                .filter(line -> !line.matches("\\s*(DETAIL|CONTEXT|Detail|Where): .*"))
                .map(line -> password == null || password.isEmpty() ? line : line.replace(password, "***"))
                .map(line -> "\n  " + line)
                .collect(Collectors.joining());
        return new ReplayException(
                "the replay command ended with exit code " + code,
                command + (said.isEmpty() ? " (it said nothing)" : said + "\n"),
                "Correct what it says; replayCommand names it");
    }
}
