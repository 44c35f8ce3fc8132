package dev.migrator.profile.capture;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.sql.SQLException;
import java.util.Optional;

/** Puts what a server says while it is read from into words that hold no value of a row. */
final class ReadFailure {

    private static final String SERIALIZATION_FAILURE = "40001";

    private ReadFailure() {}

    /**
     * The failure to throw.
     *
     * @param subject what was being read: {@code app.orders}
     * @param server where, for messages
     */
    static MigratorException inWords(SQLException refusal, String subject, String server) {
        ServerRefusal said = ServerRefusal.of(refusal);
        Optional<MigratorException> known = ofTheServer(refusal, said, server);
        return known.orElseGet(() -> new CaptureException.ReadFailed(
                subject,
                said.message() + " (SQLSTATE " + said.sqlState() + ")",
                "See the server's log for the whole message",
                said.withoutValues()));
    }

    /**
     * The same for a query that computes masks: whatever the server says, it may be quoting what was to be masked, so only the kind of the
     * error is told.
     */
    static MigratorException ofMasks(SQLException refusal, String subject, String server) {
        ServerRefusal said = ServerRefusal.of(refusal);
        Optional<MigratorException> known = ofTheServer(refusal, said, server);
        return known.orElseGet(() -> new CaptureException.ReadFailed(
                subject,
                "a mask failed on a row with SQLSTATE " + said.sqlState(),
                "Mend the expression under mask: in profile.yaml; the server's log may hold the whole message",
                null));
    }

    /** Whether a standby ended a transaction of ours, all of which only read, in order to apply the primary's changes. */
    static boolean isStandbyConflict(SQLException refusal) {
        return SERIALIZATION_FAILURE.equals(refusal.getSQLState());
    }

    private static Optional<MigratorException> ofTheServer(SQLException refusal, ServerRefusal said, String server) {
        return isStandbyConflict(refusal)
                ? Optional.of(new CaptureException.StandbyConflict(server, said.withoutValues()))
                : ServerFailureException.in(refusal, server).map(failure -> failure);
    }
}
