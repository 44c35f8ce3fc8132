package dev.migrator.maven;

import dev.migrator.core.NewProfile;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Makes the folder of a profile, with a commented {@code profile.yaml} that says what there is to decide. */
@Mojo(name = "new-profile", requiresProject = false, threadSafe = true)
public final class NewProfileMojo extends MigratorMojo {

    /** {@code user-generated}, a snapshot in the store (the default), or {@code clean-db}, SQL files in Git. */
    @Parameter(property = "migrator.kind")
    private @Nullable String kind;

    @Inject
    NewProfileMojo(Maven maven) {
        super(maven);
    }

    @Override
    void addTo(PomParameters pom) {
        pom.add("kind", kind);
    }

    @Override
    List<String> run(Goal goal) {
        return new NewProfile(goal.settings(), goal.effects())
                .create().stream().map(file -> "Wrote " + file).toList();
    }
}
