package dev.migrator.core;

import dev.migrator.error.MigratorException;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import java.util.List;
import java.util.stream.Collectors;

/** What was given to {@code use} stands for no snapshot, or for several. */
public final class SnapshotNotFoundException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private SnapshotNotFoundException(String problem, String subject, String fix) {
        super(problem, subject, fix);
    }

    static SnapshotNotFoundException none(String given, String location, ProfileName profile) {
        return new SnapshotNotFoundException(
                "the store has no such snapshot",
                "'" + given + "' in " + location,
                "List what is there: mvn migrator:profiles -Dprofile=" + profile);
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
