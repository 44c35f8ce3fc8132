package dev.migrator.maven;

import dev.migrator.core.settings.ProjectBuild;
import dev.migrator.error.MigratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a Maven project says of itself. Its dependencies are resolved only where somebody asks for the class path. */
final class MavenProjectBuild implements ProjectBuild {

    private final MavenSession session;
    private final MavenProject project;
    private final MavenClassPath libraries;

    MavenProjectBuild(MavenSession session, MavenProject project, MavenClassPath libraries) {
        this.session = session;
        this.project = project;
        this.libraries = libraries;
    }

    @Override
    public boolean uses(String tool) {
        Stream<String> dependencies = project.getDependencies().stream()
                .flatMap(dependency -> Stream.of(dependency.getGroupId(), dependency.getArtifactId()));
        Stream<String> plugins = project.getBuildPlugins().stream()
                .flatMap(plugin -> Stream.of(plugin.getGroupId(), plugin.getArtifactId()));
        return Stream.concat(dependencies, plugins).anyMatch(name -> name.contains(tool));
    }

    /** That of the plugin as a whole; where it has none, that of its first execution that has one. */
    @Override
    public List<Element> configuration(Plugin plugin) {
        return declared(plugin).stream()
                .flatMap(found -> Stream.<ConfigurationContainer>concat(
                        Stream.of(found), found.getExecutions().stream().map(PluginExecution.class::cast)))
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .findFirst()
                .map(configuration -> elements((Xpp3Dom) configuration))
                .orElse(List.of());
    }

    @Override
    public Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>();
        project.getProperties()
                .stringPropertyNames()
                .forEach(name -> all.put(name, project.getProperties().getProperty(name)));
        session.getUserProperties()
                .stringPropertyNames()
                .forEach(name -> all.put(name, session.getUserProperties().getProperty(name)));
        return all;
    }

    @Override
    public List<Path> classPath(Plugin plugin) {
        List<Path> all = new ArrayList<>();
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        if (!Files.isDirectory(classes)
                && Files.isDirectory(project.getBasedir().toPath().resolve("src/main"))) {
            throw new MigratorException(
                    "the project is not compiled, so that migrations would be missed",
                    project.getArtifactId(),
                    "Run mvn process-classes first, or restore within the build");
        }
        all.add(classes);
        all.add(Path.of(project.getBuild().getTestOutputDirectory()));
        all.addAll(libraries.of(project, session.getRepositorySession(), declared(plugin)));
        return all;
    }

    private Optional<org.apache.maven.model.Plugin> declared(Plugin plugin) {
        return Optional.ofNullable(project.getPlugin(plugin.groupId() + ":" + plugin.artifactId()));
    }

    private static List<Element> elements(Xpp3Dom parent) {
        return Arrays.stream(parent.getChildren())
                .map(child -> new Element(
                        child.getName(),
                        child.getValue() == null ? "" : child.getValue().strip(),
                        elements(child)))
                .toList();
    }
}
