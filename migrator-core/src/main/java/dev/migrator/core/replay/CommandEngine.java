package dev.migrator.core.replay;

import dev.migrator.core.settings.ReplayKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.Migrated;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A command line of the project. What it would do, and what it has done, nobody but itself knows. */
final class CommandEngine implements ReplayEngine {

    private final String command;
    private final Path folder;

    private CommandEngine(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** @throws dev.migrator.core.settings.MissingSettingException where no command is named */
    static CommandEngine of(Settings settings) {
        return new CommandEngine(settings.require(ReplayKeys.REPLAY_COMMAND), settings.projectFolder());
    }

    @Override
    public String id() {
        return "command";
    }

    @Override
    public Optional<List<PendingMigration>> pending(ReplayTarget target) {
        return Optional.empty();
    }

    @Override
    public Optional<String> digest() {
        return Optional.empty();
    }

    @Override
    public Migrated replay(ReplayTarget target) {
        long begun = System.nanoTime();
        new CommandRun(command, folder).on(target);
        return new Migrated(List.of(new Migrated.Applied(command, Duration.ofNanos(System.nanoTime() - begun))), null);
    }

    @Override
    public Optional<List<MigrationStatus>> status(ReplayTarget target) {
        return Optional.empty();
    }
}
