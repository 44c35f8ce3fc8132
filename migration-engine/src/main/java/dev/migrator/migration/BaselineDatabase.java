package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.util.List;
import java.util.Map;

/** Records in a database that tracks nothing yet which migrations it contains already; runs none of them. */
public final class BaselineDatabase {

    private final MigrationSettings settings;
    private final MigrationListener listener;

    public BaselineDatabase(MigrationSettings settings, MigrationListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Records all up to a version, that one included.
     *
     * @return what was recorded, ascending
     * @throws TrackingException where something is applied already, so that the database knows itself what it contains
     */
    public List<String> baseline(Database database, Migrations migrations, MigrationVersion version) {
        return MigrationSession.with(database, settings, listener, "baseline", session -> {
            History history = session.history();
            if (history.newest().isPresent()) {
                throw new TrackingException(
                        "the database says itself what is applied, up to "
                                + history.newest().get(),
                        database.name(),
                        "A baseline is for a database that tracks nothing yet; correct a record with migrator:repair",
                        null);
            }
            Findings findings = new Findings(new Policies(Map.of()));
            ReplayPlan plan = ReplayPlan.of(migrations, history, version, null, findings);
            findings.refuse();
            session.recordContained(plan.contained());
            return plan.contained().stream().map(ReplayPlan.Contained::filename).toList();
        });
    }
}
