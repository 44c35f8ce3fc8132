package dev.migrator.core.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the build of the user's project knows: its plugins, its class path. A front end without one has {@link #NONE}. */
public interface ProjectBuild {

    /** No build. */
    ProjectBuild NONE = new ProjectBuild() {
        @Override
        public boolean uses(String tool) {
            return false;
        }

        @Override
        public List<Element> configuration(Plugin plugin) {
            return List.of();
        }

        @Override
        public Map<String, String> properties() {
            return Map.of();
        }

        @Override
        public List<Path> classPath(Plugin plugin) {
            return List.of();
        }
    };

    /** A plugin by its coordinates. */
    record Plugin(String groupId, String artifactId) {}

    /** A part of a plugin's configuration: a text, or elements in it. */
    record Element(String name, String text, List<Element> children) {

        public Element {
            children = List.copyOf(children);
        }
    }

    /** Whether the project declares a dependency or a plugin of that tool: {@code flyway}. */
    boolean uses(String tool);

    /** What the build configures for a plugin, placeholders resolved; empty where it has no such plugin. */
    List<Element> configuration(Plugin plugin);

    /** The properties of the build, those of this run over those of the project. */
    Map<String, String> properties();

    /**
     * The project's classes, those of its tests, all they depend on, and behind them what a plugin brings; each library once, the
     * project's own version first.
     *
     * @throws dev.migrator.error.MigratorException where the project is not compiled, or a dependency cannot be had
     */
    List<Path> classPath(Plugin plugin);
}
