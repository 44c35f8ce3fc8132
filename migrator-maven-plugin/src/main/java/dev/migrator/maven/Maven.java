package dev.migrator.maven;

import dev.migrator.core.settings.ProjectBuild;
import dev.migrator.core.settings.SettingSources;
import java.nio.file.Path;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What Maven knows and can do, in the words of the core. Stateless. */
final class Maven {

    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private final MavenClassPath libraries;

    @Inject
    Maven(SettingsDecrypter decrypter, RepositorySystem repositories, ProjectDependenciesResolver dependencies) {
        this.decrypter = decrypter;
        this.repositories = repositories;
        this.libraries = new MavenClassPath(dependencies, repositories);
    }

    /**
     * All places that settings come from; the files are not read yet.
     *
     * @param shortNames that the goal listens to
     */
    SettingSources sources(MavenSession session, MavenProject project, PomParameters pom, Set<String> shortNames) {
        Path typedIn = Path.of(session.getSystemProperties().getProperty("user.dir", ""))
                .toAbsolutePath();
        boolean hasPom = project.getBasedir() != null;
        Path folder = hasPom ? project.getBasedir().toPath() : typedIn;
        Path output = hasPom ? Path.of(project.getBuild().getDirectory()) : typedIn.resolve("target");
        return new SettingSources(
                TypedProperties.of(session.getSystemProperties(), session.getUserProperties(), shortNames),
                typedIn,
                System.getenv(),
                pom.asMap(),
                folder,
                output.resolve("migrator"),
                new SettingsXml(session.getSettings(), decrypter)::login,
                hasPom ? new MavenProjectBuild(session, project, libraries) : ProjectBuild.NONE);
    }

    MavenBinaries binaries(MavenSession session, MavenProject project) {
        return new MavenBinaries(repositories, session.getRepositorySession(), project);
    }
}
