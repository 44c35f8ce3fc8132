package dev.migrator.migration;

import dev.migrator.migration.internal.script.Placeholders;
import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a database to the state that its profile's migrations describe: each that is not applied yet is, once, in order, however many
 * processes try at the same time. Safe for use by several threads.
 */
public final class MigrateDatabase {

    private final MigrationSettings settings;
    private final MigrationListener listener;

    /**
     * Prepares to migrate databases.
     *
     * @param listener told of each step
     */
    public MigrateDatabase(MigrationSettings settings, MigrationListener listener) {
        this.settings = settings;
        this.listener = new UnbreakableListener(listener);
    }

    /**
     * Applies what is pending. All that can be told beforehand is checked before the first file runs.
     *
     * @throws MigrationsRefusedException where files and history contradict each other, or a file holds what it may not; nothing ran
     * @throws MigrationFailedException where a file failed: those before it stay applied
     * @throws MigrationLockedException where somebody else is migrating the database and does not end
     * @throws TrackingException where the tracking tables cannot be made or used
     */
    public Migrated migrate(Database database, Migrations migrations) {
        return MigrationSession.with(database, settings, listener, "migrate", session -> replay(session, migrations));
    }

    /**
     * What {@link #migrate} would run, in order, after the same checks; nothing is changed and no lock is taken.
     *
     * @throws MigrationsRefusedException as {@link #migrate} does
     */
    public List<PendingFile> pending(Database database, Migrations migrations) {
        try (Connection connection = database.connect()) {
            new TrackingTable(settings.trackingSchema()).check(connection);
            Findings findings = new Findings(settings.policies());
            History history = History.read(connection, settings.trackingSchema());
            ReplayPlan plan = plan(migrations, history, findings);
            List<Change> changes = new ChangeCheck(
                            history,
                            new Placeholders(settings.placeholders()),
                            SessionDefaults.of(connection).standardConformingStrings(connection),
                            findings)
                    .read(plan);
            findings.refuse();
            return changes.stream().map(PendingFile::new).toList();
        } catch (SQLException e) {
            throw MigrationSession.inWords(database, settings, e);
        }
    }

    private Migrated replay(MigrationSession session, Migrations migrations) throws SQLException {
        Findings findings = new Findings(settings.policies());
        History history = session.history();
        ReplayPlan plan = plan(migrations, history, findings);
        List<Change> changes = session.check(history, findings).read(plan);
        findings.refuse();
        migrations.warnings().forEach(problem -> listener.on(new MigrationEvent.Warned(problem)));
        findings.warnings().forEach(problem -> listener.on(new MigrationEvent.Warned(problem)));
        session.recordContained(plan.contained());
        List<Migrated.Applied> applied = session.run(changes);
        return new Migrated(applied, SchemaVersion.of(session.connection(), settings.trackingSchema()));
    }

    private ReplayPlan plan(Migrations migrations, History history, Findings findings) {
        return ReplayPlan.of(migrations, history, settings.baseline(), settings.target(), findings);
    }
}
