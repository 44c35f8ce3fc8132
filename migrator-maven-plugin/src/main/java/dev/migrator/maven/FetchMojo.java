package dev.migrator.maven;

import dev.migrator.core.FetchProfile;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/** Brings all of a profile's snapshot into this machine's cache, so that a restore needs no store. */
@Mojo(name = "fetch", requiresProject = false, threadSafe = true)
public final class FetchMojo extends MigratorMojo {

    @Inject
    FetchMojo(Maven maven) {
        super(maven);
    }

    @Override
    List<String> run(Goal goal) {
        return Reports.of(new FetchProfile(goal.settings(), goal.effects(), goal.progress()).fetch());
    }
}
