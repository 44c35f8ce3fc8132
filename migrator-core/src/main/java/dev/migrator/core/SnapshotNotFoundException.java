package dev.migrator.core;

import dev.migrator.error.MigratorException;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.store.SnapshotSummary;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** What was given to {@code use} stands for no snapshot, or for several. */
public final class SnapshotNotFoundException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    private SnapshotNotFoundException(String problem, String subject, String fix) {
        super(problem, subject, fix);
    }

    /** @param published what is there, newest first, at least one */
    static SnapshotNotFoundException none(String given, String location, List<SnapshotSummary> published) {
        int more = published.size() - SHOWN;
        return new SnapshotNotFoundException(
                "the store has no such snapshot",
                "'" + given + "' in " + location,
                "Give latest or one of these: "
                        + published.stream()
                                .limit(SHOWN)
                                .map(one -> one.id().abbreviated() + " of "
                                        + one.published().truncatedTo(ChronoUnit.SECONDS))
                                .collect(Collectors.joining(", "))
                        + (more > 0 ? ", and " + more + " older ones" : ""));
    }

    static SnapshotNotFoundException empty(String location, ProfileName profile) {
        return new SnapshotNotFoundException(
                "the store has no snapshot of this profile yet",
                location,
                "Check migrator.store, or take one: mvn migrator:upload -Dprofile=" + profile);
    }

    static SnapshotNotFoundException several(String given, List<SnapshotId> matching) {
        return new SnapshotNotFoundException(
                "several snapshots begin like this",
                "'" + given + "': "
                        + matching.stream().map(SnapshotId::abbreviated).collect(Collectors.joining(", ")),
                "Give more digits");
    }
}
