package dev.migrator.core.replay;

import dev.migrator.core.settings.ProjectBuild;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A build with the libraries of this JVM that belong to Flyway and Liquibase, and a folder of classes. */
final class BuildOfATest implements ProjectBuild {

    private final Path classes;
    private final Set<String> tools;
    private final List<Element> configuration = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    /** @param tools that it declares */
    BuildOfATest(Path classes, String... tools) {
        this.classes = classes;
        this.tools = Set.of(tools);
    }

    BuildOfATest configured(String name, String text) {
        configuration.add(new Element(name, text, List.of()));
        return this;
    }

    BuildOfATest configured(String name, Element... children) {
        configuration.add(new Element(name, "", List.of(children)));
        return this;
    }

    BuildOfATest property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    @Override
    public boolean uses(String tool) {
        return tools.contains(tool);
    }

    @Override
    public List<Element> configuration(Plugin plugin) {
        return configuration;
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public List<Path> classPath(Plugin plugin) {
        List<Path> all = new ArrayList<>(List.of(classes));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("slf4j")) {
                all.add(Path.of(entry));
            }
        }
        return all;
    }
}
