package dev.migrator.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that run SQL of migrations in one database. */
abstract class MigratingMojo extends MigrationMojo {

    /** Check everything, print every statement that would run, and change nothing; {@code -DdryRun} is the short form. */
    @Parameter(property = "migrator.dryRun")
    private @Nullable String dryRun;

    /** How long a statement waits for a lock: {@code 10s}; without end by default. */
    @Parameter(property = "migrator.lockTimeout")
    private @Nullable String lockTimeout;

    /** How long a statement runs: {@code 5min}; without end by default. */
    @Parameter(property = "migrator.statementTimeout")
    private @Nullable String statementTimeout;

    /** How often a file that lost a lock, a deadlock or a serialization failure to others is tried again. */
    @Parameter(property = "migrator.retries")
    private @Nullable String retries;

    MigratingMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        super.addTo(pom);
        pom.add("dryRun", dryRun);
        pom.add("lockTimeout", lockTimeout);
        pom.add("statementTimeout", statementTimeout);
        pom.add("retries", retries);
    }
}
