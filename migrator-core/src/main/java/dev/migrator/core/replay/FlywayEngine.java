package dev.migrator.core.replay;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.Migrated;
import dev.migrator.migration.MigrationVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The project's own Flyway, with the project's configuration and Java migrations, on a database of ours. */
final class FlywayEngine implements ReplayEngine {

    private static final String FLYWAY = "org.flywaydb.core.Flyway";
    private static final String FLUENT = "org.flywaydb.core.api.configuration.FluentConfiguration";
    private static final Pattern LINE = Pattern.compile("^Line\\s*: (\\d+)", Pattern.MULTILINE);

    private final ProjectClasses classes;
    private final FlywayConfiguration configuration;
    private final @Nullable MigrationVersion baseline;

    private FlywayEngine(
            ProjectClasses classes, FlywayConfiguration configuration, @Nullable MigrationVersion baseline) {
        this.classes = classes;
        this.configuration = configuration;
        this.baseline = baseline;
    }

    static FlywayEngine of(Settings settings) {
        return new FlywayEngine(
                new ProjectClasses(settings.build().classPath(FlywayConfiguration.PLUGIN)),
                new FlywayConfiguration(settings.build(), settings.projectFolder()),
                settings.find(SettingKeys.BASELINE).orElse(null));
    }

    @Override
    public String id() {
        return "flyway";
    }

    @Override
    public Optional<List<PendingMigration>> pending(ReplayTarget target) {
        return Optional.of(with(target, flyway -> flyway.pending().stream()
                .<PendingMigration>map(info -> info::script)
                .toList()));
    }

    @Override
    public Optional<String> digest() {
        Map<String, String> files = configuration.files();
        Map<String, String> build = new HashMap<>(configuration.plugin());
        build.putAll(configuration.properties(any -> true));
        Digest digest = new Digest().add(id()).add(files).add(build).add(String.valueOf(baseline));
        classes.classPath().forEach(digest::add);
        String locations = build.getOrDefault("flyway.locations", files.getOrDefault("flyway.locations", ""));
        for (String location : locations.split(",", -1)) {
            if (location.startsWith("filesystem:")) {
                digest.add(Path.of(location.substring("filesystem:".length())));
            }
        }
        return Optional.of(digest.hex());
    }

    @Override
    public Migrated replay(ReplayTarget target) {
        return with(target, flyway -> {
            int before = flyway.newestRank();
            flyway.migrate();
            List<Migrated.Applied> applied = flyway.all().stream()
                    .filter(info -> info.rank() > before && !info.isMarker())
                    .map(info -> new Migrated.Applied(info.script(), Duration.ofMillis(info.milliseconds())))
                    .toList();
            return new Migrated(applied, flyway.currentVersion());
        });
    }

    @Override
    public Optional<List<MigrationStatus>> status(ReplayTarget target) {
        return Optional.of(with(target, flyway -> flyway.all().stream()
                .filter(info -> !info.isMarker())
                .map(FlywayMigration::status)
                .toList()));
    }

    private <T> T with(ReplayTarget target, Function<FlywayDatabase, T> work) {
        return classes.with(loader -> {
            Mirror mirror = new Mirror(loader);
            try {
                return work.apply(new FlywayDatabase(mirror, configured(mirror, loader, target)));
            } catch (ReplayException e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                throw failure(e, target);
            }
        });
    }

    /** Each step wins over those before it, as in Flyway's own plugin; the database is ours. */
    private Object configured(Mirror mirror, ClassLoader loader, ReplayTarget target) {
        Object fluent = mirror.get(FLYWAY, null, "configure", loader);
        mirror.call(FLUENT, fluent, "configuration", configuration.files());
        mirror.call(FLUENT, fluent, "envVars");
        mirror.call(FLUENT, fluent, "configuration", configuration.plugin());
        mirror.call(FLUENT, fluent, "configuration", configuration.properties(name -> mirror.has(FLUENT, name)));
        Object silent = SilentLog.as(mirror.type("org.flywaydb.core.api.logging.LogCreator"));
        mirror.call("org.flywaydb.core.api.logging.LogFactory", null, "setFallbackLogCreator", silent);
        if (mirror.has(FLUENT, "loggers")) {
            // The word for the log that is set by the call above, whatever the class path has.
            mirror.call(FLUENT, fluent, "configuration", new HashMap<>(Map.of("flyway.loggers", "console")));
        }
        String contains = target.contains() != null ? target.contains() : baseline == null ? null : baseline.digits();
        if (contains != null) {
            mirror.call(
                    FLUENT,
                    fluent,
                    "configuration",
                    new HashMap<>(Map.of("flyway.baselineOnMigrate", "true", "flyway.baselineVersion", contains)));
        }
        mirror.call(
                FLUENT,
                fluent,
                "dataSource",
                target.database().url(),
                target.database().user(),
                target.password());
        return mirror.get(FLUENT, fluent, "load");
    }

    /** Flyway's message goes on with the statement, which may hold values; its first line and the number of the line do not. */
    private static ReplayException failure(Throwable thrown, ReplayTarget target) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        Matcher line = LINE.matcher(message);
        String first = message.lines().findFirst().orElse("");
        boolean script = line.find();
        return ReplayException.of(
                "Flyway",
                script ? first + ", line " + line.group(1) : target.database().name(),
                String.join(" ", message.lines().map(String::strip).toList()),
                thrown);
    }
}
