package dev.migrator.maven;

import dev.migrator.error.MigratorException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;

/** The libraries of a project and of one of its plugins, by Maven's own resolvers. Stateless. */
final class MavenClassPath {

    private final ProjectDependenciesResolver dependencies;
    private final RepositorySystem repositories;

    MavenClassPath(ProjectDependenciesResolver dependencies, RepositorySystem repositories) {
        this.dependencies = dependencies;
        this.repositories = repositories;
    }

    /**
     * The project's libraries of every scope, and behind them what the plugin has besides. Of a library that both have, the project's
     * version is taken: it is the one that migrates when the application starts.
     */
    List<Path> of(MavenProject project, RepositorySystemSession session, Optional<Plugin> plugin) {
        Map<String, Path> all = new LinkedHashMap<>();
        try {
            dependencies.resolve(new DefaultDependencyResolutionRequest(project, session)).getDependencies().stream()
                    .map(Dependency::getArtifact)
                    .forEach(artifact -> add(artifact, all));
        } catch (DependencyResolutionException e) {
            throw unresolved(project.getArtifactId(), e);
        }
        plugin.ifPresent(declared -> addAll(declared, project, session, all));
        return List.copyOf(all.values());
    }

    private void addAll(Plugin plugin, MavenProject project, RepositorySystemSession session, Map<String, Path> all) {
        CollectRequest request = new CollectRequest();
        request.setRoot(new Dependency(
                new DefaultArtifact(plugin.getGroupId(), plugin.getArtifactId(), "jar", plugin.getVersion()),
                "runtime"));
        plugin.getDependencies()
                .forEach(dependency -> request.addDependency(new Dependency(
                        new DefaultArtifact(
                                dependency.getGroupId(),
                                dependency.getArtifactId(),
                                dependency.getClassifier(),
                                dependency.getType(),
                                dependency.getVersion()),
                        "runtime")));
        request.setRepositories(project.getRemotePluginRepositories());
        try {
            repositories
                    .resolveDependencies(session, new DependencyRequest(request, null))
                    .getArtifactResults()
                    .forEach(result -> add(result.getArtifact(), all));
        } catch (org.eclipse.aether.resolution.DependencyResolutionException e) {
            throw unresolved(plugin.getArtifactId(), e);
        }
    }

    private static void add(Artifact artifact, Map<String, Path> all) {
        if (artifact.getFile() != null) {
            all.putIfAbsent(
                    artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getClassifier(),
                    artifact.getFile().toPath());
        }
    }

    private static MigratorException unresolved(String what, Exception cause) {
        return new MigratorException(
                "the libraries that replay the project's migrations cannot be had",
                what,
                "Check that mvn verify resolves them, network and mirrors in settings.xml",
                cause);
    }
}
