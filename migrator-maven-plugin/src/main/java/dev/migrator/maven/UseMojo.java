package dev.migrator.maven;

import dev.migrator.core.UseSnapshot;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Points a profile's ref at a snapshot that is in the store, where somebody else has uploaded it. */
@Mojo(name = "use", requiresProject = false, threadSafe = true)
public final class UseMojo extends MigratorMojo {

    /** The snapshot: its id, the beginning of it, or {@code latest}. */
    @Parameter(property = "migrator.snapshot")
    private @Nullable String snapshot;

    @Inject
    UseMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        pom.add("snapshot", snapshot);
    }

    @Override
    List<String> run(Goal goal) {
        return Reports.of(new UseSnapshot(goal.settings(), goal.effects()).use());
    }
}
