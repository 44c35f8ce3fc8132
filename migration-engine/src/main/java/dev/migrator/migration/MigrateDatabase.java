package dev.migrator.migration;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.PoolerGuard;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a database to the state that its profile's migrations describe: each that is not applied yet is, once, in order, in a
 * transaction of its own, however many processes try at the same time. Safe for use by several threads.
 */
public final class MigrateDatabase {

    private static final System.Logger LOG = System.getLogger(MigrateDatabase.class.getName());

    private final MigrationSettings settings;
    private final MigrationListener listener;

    /**
     * Prepares to migrate databases.
     *
     * @param listener told of each step
     */
    public MigrateDatabase(MigrationSettings settings, MigrationListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Applies what is pending. All that can be told beforehand is checked before the first file runs.
     *
     * @throws MigrationsRefusedException where files and history contradict each other, or a file holds what it may not; nothing ran
     * @throws MigrationFailedException where a file failed: it was rolled back, those before it stay applied
     * @throws MigrationLockedException where somebody else is migrating the database and does not end
     * @throws TrackingException where the tracking table cannot be made or used
     */
    public Migrated migrate(Database database, Migrations migrations) {
        try {
            PoolerGuard.check(database);
            try (Connection connection = database.connect()) {
                new MigrationLock(connection, settings.trackingSchema())
                        .take(database.name(), settings.lockWait(), holder -> tell(new MigrationEvent.Waiting(holder)));
                return replay(connection, migrations);
            }
        } catch (SQLException e) {
            throw inWords(database, e);
        }
    }

    /**
     * What {@link #migrate} would apply, in order, after the same checks; nothing is changed and no lock is taken.
     *
     * @throws MigrationsRefusedException as {@link #migrate} does
     */
    public List<Migration> pending(Database database, Migrations migrations) {
        try (Connection connection = database.connect()) {
            TrackingTable table = new TrackingTable(settings.trackingSchema());
            table.check(connection);
            List<Migration> pending = plan(connection, migrations).pending();
            new MigrationRun(connection, SessionDefaults.of(connection), table).check(pending);
            return pending;
        } catch (SQLException e) {
            throw inWords(database, e);
        }
    }

    private Migrated replay(Connection connection, Migrations migrations) throws SQLException {
        SessionDefaults defaults = SessionDefaults.of(connection);
        TrackingTable table = new TrackingTable(settings.trackingSchema());
        table.prepare(connection);
        ReplayPlan plan = plan(connection, migrations);
        MigrationRun run = new MigrationRun(connection, defaults, table);
        run.check(plan.pending());
        recordBaseline(connection, table, plan);
        List<Migrated.Applied> applied = new ArrayList<>();
        for (Migration migration : plan.pending()) {
            tell(new MigrationEvent.Started(
                    migration.filename(), applied.size() + 1, plan.pending().size()));
            Duration duration = apply(run, migration);
            applied.add(new Migrated.Applied(migration.filename(), duration));
            tell(new MigrationEvent.Applied(migration.filename(), duration));
        }
        return new Migrated(applied, SchemaVersion.of(connection, settings.trackingSchema()));
    }

    private Duration apply(MigrationRun run, Migration migration) throws SQLException {
        try {
            return run.apply(migration);
        } catch (MigrationFailedException e) {
            tell(new MigrationEvent.Failed(migration.filename(), e.problem()));
            throw e;
        }
    }

    private ReplayPlan plan(Connection connection, Migrations migrations) throws SQLException {
        return ReplayPlan.of(
                migrations, AppliedMigrations.read(connection, settings.trackingSchema()), settings.baseline());
    }

    private void recordBaseline(Connection connection, TrackingTable table, ReplayPlan plan) throws SQLException {
        if (plan.contained().isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        for (ReplayPlan.Contained file : plan.contained()) {
            table.contained(connection, file);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void tell(MigrationEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener to migrations failed", e);
        }
    }

    private RuntimeException inWords(Database database, SQLException e) {
        return ServerFailureException.in(e, database.server())
                .<RuntimeException>map(failure -> failure)
                .orElseGet(() -> {
                    ServerRefusal refusal = ServerRefusal.of(e);
                    return new TrackingException(
                            "the server refuses to track migrations: " + refusal.message() + " (SQLSTATE "
                                    + refusal.sqlState() + ")",
                            settings.trackingSchema() + "." + TrackingTable.NAME + " in " + database.name(),
                            "Check what the role " + database.user() + " may do there",
                            refusal.withoutValues());
                });
    }
}
