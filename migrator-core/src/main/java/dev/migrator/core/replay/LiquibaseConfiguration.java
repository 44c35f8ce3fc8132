package dev.migrator.core.replay;

import dev.migrator.core.settings.ProjectBuild;
import dev.migrator.core.settings.ProjectBuild.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a project configures for Liquibase: {@code liquibase.properties}, and over it the configuration of Liquibase's Maven plugin and
 * properties of the build. What says which database to log in to is never asked for.
 */
final class LiquibaseConfiguration {

    static final ProjectBuild.Plugin PLUGIN = new ProjectBuild.Plugin("org.liquibase", "liquibase-maven-plugin");

    private static final String FILE = "liquibase.properties";
    private static final String PARAMETER = "parameter.";

    /** By names without case, hyphens and the prefixes that some places ask for. */
    private final Map<String, String> values = new TreeMap<>();

    /** Values of {@code ${name}} in changelogs. */
    private final Map<String, String> parameters = new TreeMap<>();

    /** @param folder of the project, which relative paths start at */
    static LiquibaseConfiguration of(ProjectBuild build, Path folder, ClassLoader classes) {
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>();
        for (Element element : build.configuration(PLUGIN)) {
            if (element.name().startsWith("expressionVar")) {
                element.children().forEach(child -> variables.put(child.name(), child.text()));
            } else {
                said.put(element.name(), element.text());
            }
        }
        build.properties().forEach((name, value) -> {
            if (name.startsWith("liquibase.")) {
                said.put(name, value);
            }
        });
        LiquibaseConfiguration configuration = new LiquibaseConfiguration();
        configuration.addFile(said.getOrDefault("propertyFile", said.get("liquibase.propertyFile")), folder, classes);
        said.forEach(configuration::add);
        configuration.parameters.putAll(variables);
        return configuration;
    }

    private void addFile(@Nullable String named, Path folder, ClassLoader classes) {
        String name = named == null ? FILE : named;
        Path file = folder.resolve(name);
        try (InputStream stream =
                Files.isRegularFile(file) ? Files.newInputStream(file) : classes.getResourceAsStream(name)) {
            if (stream == null && named != null) {
                throw new ReplayException("Liquibase's propertyFile does not exist", name, "Correct it in the POM");
            }
            if (stream != null) {
                Properties properties = new Properties();
                properties.load(stream);
                properties.stringPropertyNames().forEach(key -> add(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new ReplayException("Liquibase's propertyFile cannot be read", name, "Make it readable");
        }
    }

    private void add(String name, String value) {
        if (name.startsWith(PARAMETER)) {
            parameters.put(name.substring(PARAMETER.length()), value);
        } else {
            values.put(
                    name.replaceFirst("^liquibase\\.(command\\.)?", "")
                            .replace("-", "")
                            .toLowerCase(Locale.ROOT),
                    value);
        }
    }

    /** The changelog; that of Spring Boot where nothing is said. */
    String changelog() {
        return text("changelogfile")
                .map(name -> name.replaceFirst("^classpath:/*", ""))
                .orElse("db/changelog/db.changelog-master.yaml");
    }

    String contexts() {
        return text("contexts").or(() -> text("contextfilter")).orElse("");
    }

    String labels() {
        return text("labelfilter").or(() -> text("labels")).orElse("");
    }

    Optional<String> defaultSchema() {
        return text("defaultschemaname");
    }

    Optional<String> trackingSchema() {
        return text("changelogschemaname").or(() -> text("liquibaseschemaname"));
    }

    Optional<String> trackingTable() {
        return text("databasechangelogtablename");
    }

    Optional<String> lockTable() {
        return text("databasechangeloglocktablename");
    }

    Optional<String> searchPath() {
        return text("searchpath").or(() -> text("changelogdirectory"));
    }

    Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }

    /** All of it, for a digest. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(values);
        all.keySet().removeIf(name -> name.matches("url|username|password|driver|server"));
        parameters.forEach((name, value) -> all.put(PARAMETER + name, value));
        return all;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
