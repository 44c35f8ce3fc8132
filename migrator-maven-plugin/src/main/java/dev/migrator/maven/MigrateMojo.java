package dev.migrator.maven;

import dev.migrator.core.MigrateTarget;
import java.sql.SQLException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Applies pending migrations to the target as it is. */
@Mojo(name = "migrate", requiresProject = false, threadSafe = true, defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST)
public final class MigrateMojo extends MigratorMojo {

    /** The database to write: {@code url}, {@code user}, {@code server} (an id in settings.xml); the embedded one by default. */
    @Parameter
    private @Nullable DatabaseParameters target;

    /** The folder that holds {@code common/} and {@code <profile>-only/}; {@code migrations} beside the POM by default. */
    @Parameter(property = "migrator.migrationsDirectory")
    private @Nullable String migrationsDirectory;

    /** The major version of the embedded PostgreSQL. */
    @Parameter(property = "migrator.postgres")
    private @Nullable String postgres;

    /** Check everything and change nothing. */
    @Parameter(property = "migrator.dryRun")
    private @Nullable String dryRun;

    /** Whether to work with a PostgreSQL of a major that has not been tested; not by default. */
    @Parameter(property = "migrator.untestedServers")
    private @Nullable String untestedServers;

    /** The schema of the table {@code schema_migrations}; {@code migrator} by default. */
    @Parameter(property = "migrator.trackingSchema")
    private @Nullable String trackingSchema;

    @Inject
    MigrateMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        if (target != null) {
            target.addTo(pom, "target");
        }
        pom.add("migrationsDirectory", migrationsDirectory);
        pom.add("postgres", postgres);
        pom.add("dryRun", dryRun);
        pom.add("untestedServers", untestedServers);
        pom.add("trackingSchema", trackingSchema);
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
