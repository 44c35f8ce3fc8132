package dev.migrator.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that look after the migrations of one database. */
abstract class MigrationMojo extends MigratorMojo {

    /** The database: {@code url}, {@code user}, {@code server} (an id in settings.xml); the embedded one by default. */
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

    /** Whether to work with a PostgreSQL of a major that has not been tested; not by default. */
    @Parameter(property = "migrator.untestedServers")
    private @Nullable String untestedServers;

    /** The schema of the table {@code schema_migrations}; {@code migrator} by default. */
    @Parameter(property = "migrator.trackingSchema")
    private @Nullable String trackingSchema;

    /** What is done about problems with migrations: {@code out-of-order=warn,gap=fail}. */
    @Parameter(property = "migrator.policies")
    private @Nullable String policies;

    MigrationMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        if (target != null) {
            target.addTo(pom, "target");
        }
        pom.add("migrationsDirectory", migrationsDirectory);
        pom.add("replay", replay);
        pom.add("replayCommand", replayCommand);
        pom.add("postgres", postgres);
        pom.add("untestedServers", untestedServers);
        pom.add("trackingSchema", trackingSchema);
        pom.add("policies", policies);
    }
}
