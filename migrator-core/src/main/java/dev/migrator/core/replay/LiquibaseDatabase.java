package dev.migrator.core.replay;

import dev.migrator.migration.Migrated;
import dev.migrator.migration.ReadStatus.State;
import dev.migrator.profile.event.ProgressListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Liquibase on one database, over a connection of the project's own driver. */
final class LiquibaseDatabase {

    private static final String LIQUIBASE = "liquibase.Liquibase";
    private static final String DATABASE = "liquibase.database.Database";
    private static final String STATUS = "liquibase.changelog.ChangeSetStatus";
    private static final String ACCESSOR = "liquibase.resource.";

    private final Mirror mirror;
    private final Object liquibase;
    private final Object contexts;
    private final Object labels;

    private LiquibaseDatabase(Mirror mirror, Object liquibase, LiquibaseConfiguration configuration) {
        this.mirror = mirror;
        this.liquibase = liquibase;
        this.contexts = mirror.make("liquibase.Contexts", configuration.contexts());
        this.labels = mirror.make("liquibase.LabelExpression", configuration.labels());
    }

    /** Looks for changelogs on the class path, in the project's folder, and where the configuration says. */
    static LiquibaseDatabase open(
            Mirror mirror,
            ClassLoader loader,
            LiquibaseConfiguration configuration,
            Path folder,
            Connection connection) {
        List<Object> accessors = new ArrayList<>();
        accessors.add(mirror.make(ACCESSOR + "ClassLoaderResourceAccessor", loader));
        accessors.add(mirror.make(ACCESSOR + "DirectoryResourceAccessor", folder.toFile()));
        configuration.searchPath().ifPresent(paths -> {
            for (String path : paths.split(",", -1)) {
                accessors.add(mirror.make(
                        ACCESSOR + "DirectoryResourceAccessor",
                        folder.resolve(path.strip()).toFile()));
            }
        });
        Object files = mirror.make(ACCESSOR + "CompositeResourceAccessor", (Object) accessors);
        Object liquibase = mirror.make(
                LIQUIBASE,
                configuration.changelog(),
                files,
                mirror.make("liquibase.database.jvm.JdbcConnection", connection));
        Object database = mirror.get(LIQUIBASE, liquibase, "getDatabase");
        configuration.defaultSchema().ifPresent(name -> mirror.call(DATABASE, database, "setDefaultSchemaName", name));
        configuration
                .trackingSchema()
                .ifPresent(name -> mirror.call(DATABASE, database, "setLiquibaseSchemaName", name));
        configuration
                .trackingTable()
                .ifPresent(name -> mirror.call(DATABASE, database, "setDatabaseChangeLogTableName", name));
        configuration
                .lockTable()
                .ifPresent(name -> mirror.call(DATABASE, database, "setDatabaseChangeLogLockTableName", name));
        configuration
                .parameters()
                .forEach((name, value) -> mirror.call(LIQUIBASE, liquibase, "setChangeLogParameter", name, value));
        return new LiquibaseDatabase(mirror, liquibase, configuration);
    }

    /** With the project's own driver, as its migrations in Java may expect. */
    static Connection connect(Mirror mirror, ReplayTarget target) {
        Properties login = new Properties();
        login.setProperty("user", target.database().user());
        if (target.password() != null) {
            login.setProperty("password", target.password());
        }
        try {
            Driver driver = (Driver) mirror.make("org.postgresql.Driver");
            return driver.connect(target.database().url(), login);
        } catch (SQLException e) {
            throw ReplayException.of("Liquibase", target.database().name(), null, e);
        }
    }

    /** What an update would run, as Liquibase names it: {@code db/changelog.xml::1::anna}. */
    List<String> pending() {
        Object unrun = mirror.get(LIQUIBASE, liquibase, "listUnrunChangeSets", contexts, labels, false);
        return ((Collection<?>) unrun)
                .stream()
                        .map(changeSet -> ChangeSetWatch.name(mirror, changeSet))
                        .toList();
    }

    /** Runs it; what has run is told by Liquibase itself. */
    List<Migrated.Applied> update(ProgressListener listener) {
        ChangeSetWatch watch = new ChangeSetWatch(mirror, listener);
        mirror.call(LIQUIBASE, liquibase, "setChangeExecListener", watch.listener());
        if (mirror.has(LIQUIBASE, "setShowSummaryOutput")) {
            Object log = mirror.call("liquibase.UpdateSummaryOutputEnum", null, "valueOf", "LOG");
            mirror.call(LIQUIBASE, liquibase, "setShowSummaryOutput", log);
        }
        mirror.call(LIQUIBASE, liquibase, "update", contexts, labels);
        return watch.applied();
    }

    List<MigrationStatus> status() {
        Object all = mirror.get(LIQUIBASE, liquibase, "getChangeSetStatuses", contexts, labels, false);
        List<MigrationStatus> statuses = new ArrayList<>();
        for (Object one : (Collection<?>) all) {
            boolean ran = Boolean.TRUE.equals(mirror.call(STATUS, one, "getPreviouslyRan"));
            boolean willRun = Boolean.TRUE.equals(mirror.call(STATUS, one, "getWillRun"));
            if (ran || willRun) {
                Date at = mirror.call(STATUS, one, "getDateLastExecuted") instanceof Date date ? date : null;
                statuses.add(new MigrationStatus(
                        null,
                        ChangeSetWatch.name(mirror, mirror.get(STATUS, one, "getChangeSet")),
                        willRun ? State.PENDING : State.APPLIED,
                        at == null ? null : at.toInstant(),
                        null));
            }
        }
        return statuses;
    }
}
