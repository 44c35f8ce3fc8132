package dev.migrator.maven;

import dev.migrator.core.StartDatabase;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Starts the embedded PostgreSQL of this project, or finds that it runs. */
@Mojo(name = "start-database", requiresProject = false, threadSafe = true)
public final class StartDatabaseMojo extends MigratorMojo {

    /** The major version of the embedded PostgreSQL. */
    @Parameter(property = "migrator.postgres")
    private @Nullable String postgres;

    @Inject
    StartDatabaseMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        pom.add("postgres", postgres);
    }

    @Override
    List<String> run(Goal goal) {
        return Reports.of(new StartDatabase(goal.settings(), goal.effects(), goal.binaries()).start());
    }
}
