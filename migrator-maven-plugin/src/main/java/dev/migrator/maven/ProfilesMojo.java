package dev.migrator.maven;

import dev.migrator.core.ListProfiles;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists the profiles: kind, snapshot, age, size, migration version, cached or not. */
@Mojo(name = "profiles", requiresProject = false, threadSafe = true)
public final class ProfilesMojo extends MigratorMojo {

    @Inject
    ProfilesMojo(Maven maven) {
        super(maven);
    }

    @Override
    List<String> run(Goal goal) {
        return Reports.of(new ListProfiles(goal.settings(), goal.effects()).list());
    }
}
