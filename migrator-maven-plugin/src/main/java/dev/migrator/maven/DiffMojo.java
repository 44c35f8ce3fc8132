package dev.migrator.maven;

import dev.migrator.core.CompareSchemas;
import dev.migrator.core.CompareSchemas.Compared;
import java.sql.SQLException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells how two schemas differ: databases, the snapshot of a profile, SQL files. The build fails where they do. */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends MigratorMojo {

    /** The database to read: {@code url}, {@code user}, {@code server} (an id in settings.xml). */
    @Parameter
    private @Nullable DatabaseParameters source;

    /** The database of tests: {@code url}, {@code user}, {@code server} (an id in settings.xml); the embedded one by default. */
    @Parameter
    private @Nullable DatabaseParameters target;

    /**
     * What to compare: {@code ref} (what is committed for the profile, the default), {@code ref:profile}, {@code source},
     * {@code target}, a file that ends in {@code .sql}, or a {@code jdbc:postgresql:} URL.
     */
    @Parameter(property = "migrator.from")
    private @Nullable String from;

    /** What to compare it with, named the same way; {@code target} by default. */
    @Parameter(property = "migrator.to")
    private @Nullable String to;

    /** The objects to compare, with commas between them: {@code schema:app}, {@code table:app.log_*}, {@code kind:trigger}; all by default. */
    @Parameter(property = "migrator.diffInclude")
    private @Nullable String diffInclude;

    /** The objects not to compare, written alike. */
    @Parameter(property = "migrator.diffExclude")
    private @Nullable String diffExclude;

    /** {@code text} for people or {@code json} for programs. */
    @Parameter(property = "migrator.diffFormat")
    private @Nullable String diffFormat;

    /** The file of the report; {@code target/migrator/diff.txt} or {@code diff.json} by default. */
    @Parameter(property = "migrator.diffFile")
    private @Nullable String diffFile;

    /** Whether the build fails where something differs; {@code true} by default. */
    @Parameter(property = "migrator.failOnDifference")
    private @Nullable String failOnDifference;

    /** Whether to compare owners and privileges; {@code true} by default. */
    @Parameter(property = "migrator.ownership")
    private @Nullable String ownership;

    /** What to compare nothing of, with commas between them: {@code owners}, {@code privileges}, {@code labels}, {@code tablespaces}. */
    @Parameter(property = "migrator.leaveOut")
    private @Nullable String leaveOut;

    /** Whether subscriptions are compared; true by default. */
    @Parameter(property = "migrator.subscriptions")
    private @Nullable String subscriptions;

    /** The major version of the embedded PostgreSQL. */
    @Parameter(property = "migrator.postgres")
    private @Nullable String postgres;

    /** Whether to work with a PostgreSQL of a major that has not been tested; not by default. */
    @Parameter(property = "migrator.untestedServers")
    private @Nullable String untestedServers;

    /** The schema of the table {@code schema_migrations}, which is not compared; {@code migrator} by default. */
    @Parameter(property = "migrator.trackingSchema")
    private @Nullable String trackingSchema;

    @Inject
    DiffMojo(Maven maven) {
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
        pom.add("from", from);
        pom.add("to", to);
        pom.add("diffInclude", diffInclude);
        pom.add("diffExclude", diffExclude);
        pom.add("diffFormat", diffFormat);
        pom.add("diffFile", diffFile);
        pom.add("failOnDifference", failOnDifference);
        pom.add("ownership", ownership);
        pom.add("leaveOut", leaveOut);
        pom.add("subscriptions", subscriptions);
        pom.add("postgres", postgres);
        pom.add("untestedServers", untestedServers);
        pom.add("trackingSchema", trackingSchema);
    }

    @Override
    List<String> run(Goal goal) throws SQLException {
        Compared compared =
                new CompareSchemas(goal.settings(), goal.effects(), goal.binaries(), goal.progress()).compare();
        Reports.of(compared).forEach(getLog()::info);
        compared.requireEqual();
        return List.of();
    }
}
