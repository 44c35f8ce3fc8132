package dev.migrator.maven;

import dev.migrator.core.MigrateTarget;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Applies pending migrations to the target as it is. */
@Mojo(name = "migrate", requiresProject = false, threadSafe = true, defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST)
public final class MigrateMojo extends MigratingMojo {

    /** The last migration to apply; all by default. {@code -Dtarget} is the short form. */
    @Parameter(property = "migrator.targetVersion")
    private @Nullable String targetVersion;

    @Inject
    MigrateMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        super.addTo(pom);
        pom.add("targetVersion", targetVersion);
    }

    @Override
    Set<String> shortNames() {
        return Set.of("target");
    }

    @Override
    String keptWhenStopped() {
        return "migrations that were applied before stay applied";
    }

    @Override
    List<String> run(Goal goal) throws SQLException {
        return Reports.of(
                new MigrateTarget(goal.settings(), goal.effects(), goal.binaries(), goal.progress()).migrate());
    }
}
