package dev.migrator.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM that runs a class of these tests. */
public record ForkedJvm(Process process) {

    public static ForkedJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), classPath(), main, arguments);
    }

    /** With system properties such as {@code -Dit.majors=18}. */
    public static ForkedJvm startWith(List<String> properties, Class<?> main) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(properties);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        return new ForkedJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** With a command before it that switches the user. */
    public static ForkedJvm start(List<String> prefix, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(java());
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ForkedJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What it printed, to the end of its output: a server that held it open would never let this return. */
    public String output() throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return output;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The class path, copied to where every user can read it. */
    public static String copiedClassPath(Path directory) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            Path source = Path.of(entry);
            Path copy = directory.resolve(copies.size() + "-" + source.getFileName());
            if (!entry.isEmpty() && Files.exists(source)) {
                copy(source, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
