package dev.migrator.maven;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.embedded.PostgresBinaries;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** PostgreSQL's binaries by Maven's own resolver, so that mirrors, proxies, the local repository and {@code -o} work. Immutable. */
final class MavenBinaries implements PostgresBinaries {

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final MavenProject project;

    MavenBinaries(RepositorySystem repositories, RepositorySystemSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    @Override
    public Path jar(String platform, String version) {
        Artifact artifact = new DefaultArtifact(GROUP, PostgresBinaries.artifact(platform), "jar", version);
        try {
            return repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, remotes(), null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MigratorException(
                    "PostgreSQL's binaries are not in the local repository"
                            + (session.isOffline() ? " and Maven is offline" : ", and no remote one gives them"),
                    GROUP + ":" + artifact.getArtifactId() + ":" + version,
                    (session.isOffline() ? "Run once without -o" : "Check network, proxy and mirrors in settings.xml")
                            + ", or give migrator.target.url",
                    e);
        }
    }

    private List<RemoteRepository> remotes() {
        Set<RemoteRepository> all = new LinkedHashSet<>(project.getRemotePluginRepositories());
        all.addAll(project.getRemoteProjectRepositories());
        return List.copyOf(all);
    }
}
