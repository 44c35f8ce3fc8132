package dev.migrator.maven;

import dev.migrator.core.Effects;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.event.ProgressListener;
import org.apache.maven.project.MavenProject;

/**
 * What one run of a goal works with.
 *
 * @param binaries where embedded servers come from
 * @param project may be the one that Maven makes up where there is no POM
 */
record Goal(
        Settings settings,
        Effects effects,
        PostgresBinaries binaries,
        ProgressListener progress,
        MavenProject project) {}
