package dev.migrator.maven;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.SettingSources;
import dev.migrator.core.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: whether to run at all, the settings, progress, and failures in words. */
abstract class MigratorMojo extends AbstractMojo {

    private final Maven maven;

    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute
    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute
    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    /** The profile to work on. */
    @Parameter(property = "profile")
    private @Nullable String profile;

    /** The folder that holds {@code migrator.yaml} and one folder for each profile; {@code profiles} beside the POM by default. */
    @Parameter(property = "migrator.profilesDirectory")
    private @Nullable String profilesDirectory;

    /** Where snapshots are kept: {@code file:folder} or {@code s3://bucket/prefix}. */
    @Parameter(property = "migrator.store")
    private @Nullable String store;

    /** How to reach an S3 store: {@code endpoint}, {@code region}, {@code pathStyle}, {@code profile}, {@code server}. */
    @Parameter
    private @Nullable S3Parameters s3;

    /** Where packs, PostgreSQL's binaries and the data of embedded servers lie; the user's cache by default. */
    @Parameter(property = "migrator.cacheDirectory")
    private @Nullable String cacheDirectory;

    /** Does nothing. */
    @Parameter(property = "migrator.skip")
    private @Nullable String skip;

    MigratorMojo(Maven maven) {
        this.maven = maven;
    }

    /** Adds the parameters that only this goal has. */
    void addTo(PomParameters pom) {}

    /** Short names of settings that this goal listens to, beside {@code -Dprofile} and {@code -DdryRun}. */
    Set<String> shortNames() {
        return Set.of();
    }

    /**
     * Does the work.
     *
     * @return what to tell at the end, line by line
     */
    abstract List<String> run(Goal goal) throws Exception;

    /** What a user who stops the goal with Ctrl-C finds as it was, as a clause. */
    String keptWhenStopped() {
        return "nothing is half done";
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        boolean showRowValues = false;
        try {
            SettingSources sources = maven.sources(session, project, parameters(), allShortNames());
            if (Settings.skip(sources)) {
                getLog().info("Skipped, since migrator.skip is true");
                return;
            }
            Settings settings = Settings.resolve(sources);
            showRowValues = settings.get(SettingKeys.SHOW_ROW_VALUES);
            work(settings).forEach(getLog()::info);
        } catch (Exception e) {
            AbstractMojoExecutionException words = new Sentences(showRowValues).of(e);
            if (words instanceof MojoFailureException failure) {
                throw failure;
            }
            throw (MojoExecutionException) words;
        }
    }

    private List<String> work(Settings settings) throws Exception {
        StopOnSignal stop = new StopOnSignal("migrator:" + execution.getGoal(), keptWhenStopped(), getLog()::error);
        return stop.around(() -> {
            try (ConsoleProgress progress = ConsoleProgress.of(session, getLog())) {
                return run(new Goal(
                        settings, stop.effects(), maven.binaries(session, project), stop.hearing(progress), project));
            }
        });
    }

    private Set<String> allShortNames() {
        Set<String> names = new HashSet<>(shortNames());
        names.addAll(Set.of("profile", "dryRun"));
        return names;
    }

    private PomParameters parameters() {
        PomParameters pom = new PomParameters();
        pom.add("profile", profile);
        pom.add("profilesDirectory", profilesDirectory);
        pom.add("store", store);
        pom.add("cacheDirectory", cacheDirectory);
        pom.add("skip", skip);
        if (s3 != null) {
            s3.addTo(pom);
        }
        addTo(pom);
        return pom;
    }
}
