package dev.migrator.it.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line of Maven as a user types it, run by the Maven that runs these tests, with the plugin as it is installed in the local
 * repository of this module. Not safe for use by several threads.
 */
public final class MavenBuild {

    private static final String PLUGIN = "dev.migrator:migrator-maven-plugin:0.1.0-SNAPSHOT:";

    /** A build of one goal ends before the better compiler pays, which would take half of its time. */
    private static final String LIVES_FOR_SECONDS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path folder;
    private final List<String> launcher = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private MavenBuild(Path folder) {
        this.folder = folder;
    }

    /** A command typed in that folder, which need not hold a POM. */
    public static MavenBuild in(Path folder) {
        return new MavenBuild(folder);
    }

    /** One goal of migrator, by its whole name: {@code goal("restore")}. */
    public MavenBuild goal(String goal) {
        arguments.add(PLUGIN + goal);
        return this;
    }

    /** {@code -Dname=value}. */
    public MavenBuild with(String name, Object value) {
        arguments.add("-D" + name + '=' + value);
        return this;
    }

    /** Arguments as they are: {@code -o}, {@code verify}. */
    public MavenBuild arguments(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    public MavenBuild environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Started by another command, which is put before Maven's: {@code startedBy("nice")}. */
    public MavenBuild startedBy(String... command) {
        launcher.addAll(List.of(command));
        return this;
    }

    /** Runs it to its end. */
    public MavenResult run() throws IOException, InterruptedException {
        Path output = Files.createTempFile("maven", ".log");
        try {
            int exitCode = start(output).waitFor();
            return new MavenResult(exitCode, Files.readString(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Starts it and leaves the rest to the caller; the process is Maven's JVM itself, so that a signal reaches it. */
    public Process start(Path output) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                property("it.maven.home") + "/bin/mvn",
                "-B",
                "-ntp",
                "-s",
                settings().toString()));
        command.add("-Dmaven.repo.local=" + property("it.localRepository"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MAVEN_OPTS", LIVES_FOR_SECONDS);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The settings of this module, with the outer build's local repository as a remote one. */
    private static Path settings() throws IOException {
        String text = Files.readString(Path.of("src/test/settings.xml"), StandardCharsets.UTF_8)
                .replace(
                        "@localRepositoryUrl@",
                        Path.of(property("it.outerRepository")).toUri().toString());
        Path file = Path.of("target", "settings.xml").toAbsolutePath();
        Files.writeString(file, text);
        return file;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("run by Maven's Failsafe, which sets " + name);
        }
        return value;
    }
}
