package dev.migrator.maven;

import dev.migrator.core.UploadProfile;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes a snapshot of a profile's live database and media into the store, and writes the ref to commit. */
@Mojo(name = "upload", requiresProject = false, threadSafe = true)
public final class UploadMojo extends MigratorMojo {

    /** The database to read: {@code url}, {@code user}, {@code server} (an id in settings.xml). */
    @Parameter
    private @Nullable DatabaseParameters source;

    /** How many connections work at the same time. */
    @Parameter(property = "migrator.jobs")
    private @Nullable String jobs;

    /** Whether the snapshot holds subscriptions, without passwords; true by default. */
    @Parameter(property = "migrator.subscriptions")
    private @Nullable String subscriptions;

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
    UploadMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        if (source != null) {
            source.addTo(pom, "source");
        }
        pom.add("jobs", jobs);
        pom.add("subscriptions", subscriptions);
        pom.add("dryRun", dryRun);
        pom.add("untestedServers", untestedServers);
        pom.add("trackingSchema", trackingSchema);
    }

    @Override
    String keptWhenStopped() {
        return "the ref of the profile is as it was";
    }

    @Override
    List<String> run(Goal goal) {
        return Reports.of(new UploadProfile(goal.settings(), goal.effects(), goal.progress()).upload());
    }
}
