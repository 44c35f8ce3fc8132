package dev.migrator.maven;

import dev.migrator.core.StopDatabase;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Stops the embedded PostgreSQL of this project; its data stay. */
@Mojo(name = "stop-database", requiresProject = false, threadSafe = true)
public final class StopDatabaseMojo extends MigratorMojo {

    /** The major version of the embedded PostgreSQL. */
    @Parameter(property = "migrator.postgres")
    private @Nullable String postgres;

    @Inject
    StopDatabaseMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        pom.add("postgres", postgres);
    }

    @Override
    List<String> run(Goal goal) {
        boolean ran = new StopDatabase(goal.settings(), goal.binaries()).stop();
        return List.of(ran ? "Stopped the embedded PostgreSQL" : "No embedded PostgreSQL was running");
    }
}
