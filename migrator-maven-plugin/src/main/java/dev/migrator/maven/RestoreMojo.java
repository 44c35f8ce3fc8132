package dev.migrator.maven;

import dev.migrator.core.RestoreProfile;
import dev.migrator.core.RestoreProfile.Restored;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Puts a profile's state, with newer migrations on top, in the place of the target. */
@Mojo(name = "restore", requiresProject = false, threadSafe = true, defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST)
public final class RestoreMojo extends MigratorMojo {

    /** The database to read: {@code url}, {@code user}, {@code server} (an id in settings.xml). */
    @Parameter
    private @Nullable DatabaseParameters source;

    /** The database to write: {@code url}, {@code user}, {@code server} (an id in settings.xml); the embedded one by default. */
    @Parameter
    private @Nullable DatabaseParameters target;

    /** The folder that holds {@code common/} and {@code <profile>-only/}; {@code migrations} beside the POM by default. */
    @Parameter(property = "migrator.migrationsDirectory")
    private @Nullable String migrationsDirectory;

    /** Whose migrations are applied: {@code sql}, {@code flyway}, {@code liquibase}, {@code command}; found from the project by default. */
    @Parameter(property = "migrator.replay")
    private @Nullable String replay;

    /** The command line that migrates the database that its environment names. */
    @Parameter(property = "migrator.replayCommand")
    private @Nullable String replayCommand;

    /** The major version of the embedded PostgreSQL. */
    @Parameter(property = "migrator.postgres")
    private @Nullable String postgres;

    /** How many connections work at the same time. */
    @Parameter(property = "migrator.jobs")
    private @Nullable String jobs;

    /** The name of the one database that may be replaced although migrator did not make it. */
    @Parameter(property = "migrator.overwrite")
    private @Nullable String overwrite;

    /** Whether to end the sessions in the database that is replaced. */
    @Parameter(property = "migrator.terminateSessions")
    private @Nullable String terminateSessions;

    /** Whether to create roles that a server of yours lacks, without the right to log in. */
    @Parameter(property = "migrator.createRoles")
    private @Nullable String createRoles;

    /** Whether to keep owners and privileges. */
    @Parameter(property = "migrator.ownership")
    private @Nullable String ownership;

    /** What to leave out, with commas between them: {@code owners}, {@code privileges}, {@code labels}, {@code tablespaces}. */
    @Parameter(property = "migrator.leaveOut")
    private @Nullable String leaveOut;

    /** Whether subscriptions come along, disabled and without passwords; true by default. */
    @Parameter(property = "migrator.subscriptions")
    private @Nullable String subscriptions;

    /** Where media folders go; {@code target/migrator/media} by default. */
    @Parameter(property = "migrator.mediaDirectory")
    private @Nullable String mediaDirectory;

    /** Check everything and change nothing. */
    @Parameter(property = "migrator.dryRun")
    private @Nullable String dryRun;

    /** Whether to work with a PostgreSQL of a major that has not been tested; not by default. */
    @Parameter(property = "migrator.untestedServers")
    private @Nullable String untestedServers;

    /** The schema of the table {@code schema_migrations}; {@code migrator} by default. */
    @Parameter(property = "migrator.trackingSchema")
    private @Nullable String trackingSchema;

    /** What is done about problems with migrations: {@code out-of-order=warn,gap=fail}. */
    @Parameter(property = "migrator.policies")
    private @Nullable String policies;

    /** How long a statement of a migration waits for a lock: {@code 10s}; without end by default. */
    @Parameter(property = "migrator.lockTimeout")
    private @Nullable String lockTimeout;

    /** How long a statement of a migration runs: {@code 5min}; without end by default. */
    @Parameter(property = "migrator.statementTimeout")
    private @Nullable String statementTimeout;

    /** How often a migration that lost a lock to others is tried again. */
    @Parameter(property = "migrator.retries")
    private @Nullable String retries;

    /** The last migration to replay; all by default. */
    @Parameter(property = "migrator.targetVersion")
    private @Nullable String targetVersion;

    @Inject
    RestoreMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        if (source != null) {
            source.addTo(pom, "source");
        }
        if (target != null) {
            target.addTo(pom, "target");
        }
        pom.add("migrationsDirectory", migrationsDirectory);
        pom.add("replay", replay);
        pom.add("replayCommand", replayCommand);
        pom.add("postgres", postgres);
        pom.add("jobs", jobs);
        pom.add("overwrite", overwrite);
        pom.add("terminateSessions", terminateSessions);
        pom.add("createRoles", createRoles);
        pom.add("ownership", ownership);
        pom.add("leaveOut", leaveOut);
        pom.add("subscriptions", subscriptions);
        pom.add("mediaDirectory", mediaDirectory);
        pom.add("dryRun", dryRun);
        pom.add("untestedServers", untestedServers);
        pom.add("trackingSchema", trackingSchema);
        pom.add("policies", policies);
        pom.add("lockTimeout", lockTimeout);
        pom.add("statementTimeout", statementTimeout);
        pom.add("retries", retries);
        pom.add("targetVersion", targetVersion);
    }

    @Override
    String keptWhenStopped() {
        return "the target is as it was";
    }

    @Override
    List<String> run(Goal goal) {
        Restored restored =
                new RestoreProfile(goal.settings(), goal.effects(), goal.binaries(), goal.progress()).restore();
        restored.forLaterGoals()
                .forEach((name, value) -> goal.project().getProperties().setProperty("migrator." + name, value));
        return Reports.of(restored);
    }
}
