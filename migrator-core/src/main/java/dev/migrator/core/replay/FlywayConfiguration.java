package dev.migrator.core.replay;

import dev.migrator.core.settings.ProjectBuild;
import dev.migrator.core.settings.ProjectBuild.Element;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a project configures for Flyway, as Flyway's own Maven plugin finds it: {@code flyway.conf} and {@code flyway.toml}, the plugin's
 * configuration, properties. What says which database to log in to is left out.
 */
final class FlywayConfiguration {

    static final ProjectBuild.Plugin PLUGIN = new ProjectBuild.Plugin("org.flywaydb", "flyway-maven-plugin");

    private static final Set<String> MAPS = Set.of("placeholders", "jdbcProperties");
    private static final Set<String> NOT_OURS = Set.of(
            "url",
            "user",
            "password",
            "driver",
            "environment",
            "serverId",
            "skip",
            "configFiles",
            "configFileEncoding",
            "workingDirectory");

    private static final String PREFIX = "flyway.";

    private final ProjectBuild build;
    private final Path folder;

    /** @param folder of the project, which relative paths start at */
    FlywayConfiguration(ProjectBuild build, Path folder) {
        this.build = build;
        this.folder = folder;
    }

    /** What files say, by Flyway's names: {@code flyway.locations}. */
    Map<String, String> files() {
        Map<String, String> all = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        files.add(Path.of(System.getProperty("user.home"), "flyway.conf"));
        files.add(folder.resolve("flyway.conf"));
        files.add(folder.resolve("flyway.toml"));
        listed().forEach(name -> files.add(folder.resolve(name.strip())));
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                all.putAll(file.toString().endsWith(".toml") ? FlywayToml.read(file) : properties(file));
            }
        }
        return ours(all);
    }

    /** What the plugin is configured with; it wins over files and environment. */
    Map<String, String> plugin() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Element element : build.configuration(PLUGIN)) {
            String name = PREFIX + element.name();
            if (MAPS.contains(element.name())) {
                element.children().forEach(child -> all.put(name + "." + child.name(), child.text()));
            } else if (element.children().isEmpty()) {
                all.put(name, element.text());
            } else {
                all.put(name, element.children().stream().map(Element::text).collect(Collectors.joining(",")));
            }
        }
        return ours(all);
    }

    /**
     * What properties of the build say; they win over all else.
     *
     * @param known whether Flyway has a setting of that name; a project may keep a {@code flyway.version} among them
     */
    Map<String, String> properties(Predicate<String> known) {
        Map<String, String> all = new LinkedHashMap<>();
        build.properties().forEach((name, value) -> {
            if (name.startsWith(PREFIX) && (name.indexOf('.', PREFIX.length()) > 0 || known.test(setting(name)))) {
                all.put(name, value);
            }
        });
        return ours(all);
    }

    private static String setting(String name) {
        return name.substring(PREFIX.length()).replaceFirst("\\..*", "");
    }

    private List<String> listed() {
        return build.configuration(PLUGIN).stream()
                .filter(element -> element.name().equals("configFiles"))
                .flatMap(element -> element.children().isEmpty()
                        ? Arrays.stream(element.text().split(",", -1))
                        : element.children().stream().map(Element::text))
                .toList();
    }

    private Map<String, String> ours(Map<String, String> all) {
        Map<String, String> ours = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (!NOT_OURS.contains(setting(name))) {
                ours.put(name, name.equals("flyway.locations") ? located(value) : value);
            }
        });
        return ours;
    }

    /** Flyway would look for {@code filesystem:sql} in the folder where the JVM was started. */
    private String located(String locations) {
        return Arrays.stream(locations.split(",", -1))
                .map(String::strip)
                .map(location -> location.startsWith("filesystem:")
                        ? "filesystem:" + folder.resolve(location.substring("filesystem:".length()))
                        : location)
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> properties(Path file) {
        try {
            Properties properties = new Properties();
            // As Flyway reads it: a backslash is one.
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)
                    .replace("\\", "\\\\")
                    .replace("\\\\\n", "\\\n")));
            Map<String, String> texts = new LinkedHashMap<>();
            properties.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(name -> texts.put(name, properties.getProperty(name)));
            return texts;
        } catch (IOException e) {
            throw new ReplayException(
                    "Flyway's configuration cannot be read", file.toString(), "Make it readable, in UTF-8");
        }
    }
}
