package dev.migrator.maven;

import dev.migrator.core.ShowConfiguration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows every setting, its value and where that comes from; secrets are {@code ***}. */
@Mojo(name = "config", requiresProject = false, threadSafe = true)
public final class ConfigMojo extends MigratorMojo {

    @Inject
    ConfigMojo(Maven maven) {
        super(maven);
    }

    @Override
    List<String> run(Goal goal) {
        return new ShowConfiguration(goal.settings()).lines();
    }
}
