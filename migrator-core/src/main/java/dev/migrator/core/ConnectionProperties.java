package dev.migrator.core;

import dev.migrator.core.settings.Settings;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code target/migrator/connection.properties}: where tests find the restored database and its media. Only its owner may read it, since it
 * holds a password.
 */
final class ConnectionProperties {

    private final Path file;
    private final String shown;
    private final Disk disk;

    ConnectionProperties(Settings settings, Disk disk) {
        this.file = settings.outputFolder().resolve("connection.properties");
        this.shown = settings.shown(file);
        this.disk = disk;
    }

    /** The file as messages call it. */
    String shown() {
        return shown;
    }

    /** What the file says now; empty where there is none, or one that nobody can make sense of. It is written anew by each goal. */
    Map<String, String> read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Writes the file in place of what is there. */
    void write(Map<String, String> values) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            // On POSIX systems a temporary file is readable by its owner only from the first moment on.
            Path temporary = Files.createTempFile(file.resolveSibling(""), ".connection", ".properties");
            try {
                Files.writeString(temporary, text(values));
                disk.move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw DiskException.writing(file, "build in another folder", e);
        }
    }

    /** Sorted, and without the time that {@link Properties} writes in front, so that equal values make an equal file. */
    private static String text(Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What tests need to know of a target. */
    static Map<String, String> of(TargetDatabase target) {
        Map<String, String> values = new TreeMap<>();
        values.put("url", target.database().url());
        values.put("user", target.database().user());
        if (target.password() != null) {
            values.put("password", target.password());
        }
        values.put("database", target.database().name());
        return values;
    }

    /** What tests need to know of a restored profile: the target, what was restored, and where each media folder is. */
    static Map<String, String> of(TargetDatabase target, ProfileName profile, ProfileContent content) {
        Map<String, String> values = of(target);
        values.put("profile", profile.value());
        if (content.snapshot() != null) {
            values.put("snapshot", content.snapshot().sha256());
        }
        content.media().places().forEach((name, place) -> values.put("media." + name, place.toString()));
        return values;
    }
}
