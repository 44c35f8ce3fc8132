package dev.migrator.core.replay;

import dev.migrator.core.settings.ProjectBuild;
import dev.migrator.core.settings.ReplayKeys;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.Migrated;
import dev.migrator.profile.event.ProgressListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The project's own Liquibase, with the project's changelog, contexts and labels, on a database of ours. */
final class LiquibaseEngine implements ReplayEngine {

    private static final Pattern CHANGESET = Pattern.compile("[Cc]hange ?set (\\S+::\\S+::.+?)(?::|\\n|$)");

    private final ProjectBuild build;
    private final Path folder;
    private final ProjectClasses classes;
    private final ProgressListener listener;

    private LiquibaseEngine(ProjectBuild build, Path folder, ProjectClasses classes, ProgressListener listener) {
        this.build = build;
        this.folder = folder;
        this.classes = classes;
        this.listener = listener;
    }

    /** @throws ReplayException where a baseline is set, which a changelog has no number for */
    static LiquibaseEngine of(Settings settings, ProgressListener listener) {
        settings.setting(SettingKeys.BASELINE).ifPresent(baseline -> {
            throw new ReplayException(
                    "Liquibase's changesets have no number that a baseline could name",
                    "baseline (" + baseline.origin() + ")",
                    "Take it out, and record with Liquibase's changelogSync what the data contain, or set "
                            + ReplayKeys.REPLAY);
        });
        return new LiquibaseEngine(
                settings.build(),
                settings.projectFolder(),
                new ProjectClasses(settings.build().classPath(LiquibaseConfiguration.PLUGIN)),
                listener);
    }

    @Override
    public String id() {
        return "liquibase";
    }

    @Override
    public Optional<List<PendingMigration>> pending(ReplayTarget target) {
        return Optional.of(looking(target, liquibase -> liquibase.pending().stream()
                .<PendingMigration>map(name -> () -> name)
                .toList()));
    }

    @Override
    public Optional<String> digest() {
        return classes.with(loader -> {
            LiquibaseConfiguration configuration = LiquibaseConfiguration.of(build, folder, loader);
            Digest digest = new Digest().add(id()).add(configuration.all());
            classes.classPath().forEach(digest::add);
            configuration.searchPath().ifPresent(path -> digest.add(folder.resolve(path)));
            // What a changelog of the project's folder includes may lie anywhere in it.
            boolean onClassPath = loader.getResource(configuration.changelog()) != null;
            return onClassPath && configuration.searchPath().isEmpty() ? Optional.of(digest.hex()) : Optional.empty();
        });
    }

    @Override
    public Migrated replay(ReplayTarget target) {
        return with(target, false, liquibase -> new Migrated(liquibase.update(listener), null));
    }

    @Override
    public Optional<List<MigrationStatus>> status(ReplayTarget target) {
        return Optional.of(looking(target, LiquibaseDatabase::status));
    }

    private <T> T looking(ReplayTarget target, Function<LiquibaseDatabase, T> work) {
        return with(target, true, work);
    }

    private <T> T with(ReplayTarget target, boolean tentative, Function<LiquibaseDatabase, T> work) {
        return classes.with(loader -> {
            Mirror mirror = new Mirror(loader);
            LiquibaseConfiguration configuration = LiquibaseConfiguration.of(build, folder, loader);
            try (Connection connection = LiquibaseDatabase.connect(mirror, target)) {
                Connection used = tentative ? TentativeConnection.of(connection) : connection;
                return LiquibaseScope.within(
                        mirror, () -> work.apply(LiquibaseDatabase.open(mirror, loader, configuration, folder, used)));
            } catch (ReplayException e) {
                throw e;
            } catch (RuntimeException | LinkageError | SQLException e) {
                throw ReplayException.of("Liquibase", subject(e, configuration), words(e), e);
            }
        });
    }

    /** Liquibase names the changeset in front of the reason. */
    private static String subject(Throwable thrown, LiquibaseConfiguration configuration) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            var changeset = CHANGESET.matcher(message);
            if (changeset.find()) {
                return changeset.group(1);
            }
        }
        return configuration.changelog();
    }

    private static String words(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s*\\n\\s*", " ");
    }
}
