package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.DatabaseUnreachableException;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target may be replaced: only a database that migrator made, an empty one, one that is named for this very run, or one that
 * does not exist; never a source, and none that others use. Has no state besides the request.
 */
final class TargetGuard {

    private static final Set<String> KEPT = Set.of("postgres", "template0", "template1");

    /** Only a superuser may touch a subscription that does without a password. */
    private static final String KEPT_SUBSCRIPTIONS = """
            SELECT pg_catalog.string_agg(s.subname, ', ' ORDER BY s.subname)
            FROM pg_catalog.pg_subscription s, pg_catalog.pg_roles r
            WHERE s.subdbid = ? AND r.rolname = current_user AND NOT r.rolsuper
              AND (NOT pg_catalog.pg_has_role(s.subowner, 'USAGE') %s)
            """;

    private final ReplacementRequest request;
    private final Database target;

    TargetGuard(ReplacementRequest request) {
        this.request = request;
        this.target = request.target();
    }

    /**
     * What can be said without a connection.
     *
     * @throws TargetException.Unusable where the name can be no target's
     */
    void checkName() {
        String name = target.name();
        if (!Targets.fits(name)) {
            throw new TargetException.Unusable("the name is longer than PostgreSQL's 63 bytes", name);
        }
        if (KEPT.contains(name)) {
            throw new TargetException.Unusable("the target is a database of the server itself", name);
        }
        if (ReservedNames.reserved(name)) {
            throw new TargetException.Unusable("the name is kept for unfinished restores", name);
        }
    }

    /**
     * @param server a connection to the maintenance database
     * @return the database that would be replaced; empty where there is none
     * @throws TargetException where it must not be
     */
    Optional<ExistingDatabase> check(Connection server) throws SQLException {
        checkMayCreate(server);
        Optional<ExistingDatabase> existing = ExistingDatabase.find(server, target.name());
        if (existing.isPresent()) {
            checkKind(existing.get());
            checkSubscriptions(server, existing.get());
            checkIsNotSource(server, request.source());
            checkFree(server, existing.get());
        }
        return existing;
    }

    /**
     * The last look before the swap.
     *
     * @param seen what {@link #check} has returned
     */
    void checkAgain(Connection server, Optional<ExistingDatabase> seen) throws SQLException {
        Optional<ExistingDatabase> now = ExistingDatabase.find(server, target.name());
        if (seen.isEmpty() && now.isPresent()) {
            throw new TargetException.Changed(target.name(), "was created");
        }
        if (seen.isPresent()) {
            if (now.isEmpty() || now.get().oid() != seen.get().oid()) {
                throw new TargetException.Changed(target.name(), now.isEmpty() ? "was dropped" : "was replaced");
            }
            checkFree(server, now.get());
        }
    }

    private void checkMayCreate(Connection server) throws SQLException {
        try (var statement = server.createStatement();
                var row = statement.executeQuery("""
                        SELECT rolsuper OR rolcreatedb FROM pg_catalog.pg_roles WHERE rolname = current_user
                        """)) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new TargetException.Forbidden(
                        "the user may not create databases",
                        target.user() + " at " + target.server(),
                        "Run as a superuser: ALTER ROLE " + SqlText.name(target.user()) + " CREATEDB",
                        null);
            }
        }
    }

    private void checkKind(ExistingDatabase existing) {
        if (existing.template()) {
            throw new TargetException.Unusable("the target is a template database", existing.name());
        }
        if (!existing.owned()) {
            throw new TargetException.Forbidden(
                    "the target belongs to another role",
                    existing.name() + ", owner " + existing.owner() + ", user " + target.user(),
                    "Run as a superuser: ALTER DATABASE " + SqlText.name(existing.name()) + " OWNER TO "
                            + SqlText.name(target.user()),
                    null);
        }
    }

    /** What it holds of subscriptions must be dropped before it can be, so it is better to know now. */
    private void checkSubscriptions(Connection server, ExistingDatabase existing) throws SQLException {
        try (var query = server.prepareStatement(KEPT_SUBSCRIPTIONS.formatted(
                ServerVersion.of(server).atLeast(16) ? "OR NOT s.subpasswordrequired" : ""))) {
            query.setLong(1, existing.oid());
            try (var row = query.executeQuery()) {
                row.next();
                if (row.getString(1) != null) {
                    throw new TargetException.Forbidden(
                            "the target holds subscriptions that the user may not drop",
                            existing.name() + ", subscriptions " + row.getString(1) + ", user " + target.user(),
                            "Drop them as a superuser, or restore as one",
                            null);
                }
            }
        }
    }

    private void checkIsNotSource(Connection server, @Nullable Database source) throws SQLException {
        if (source == null) {
            return;
        }
        boolean same = source.server().equals(target.server()) && source.name().equals(target.name());
        if (!same) {
            try (Connection other = source.connect()) {
                same = ServerIdentity.of(server, target.name()).sameAs(ServerIdentity.of(other, source.name()));
            } catch (DatabaseUnreachableException e) {
                // Without a login nobody tells which server it is; its address still does.
                same = source.name().equals(target.name()) && ServerAddress.shared(source.server(), target.server());
            }
        }
        if (same) {
            throw new TargetException.IsSource(target.name(), target.server());
        }
    }

    private void checkFree(Connection server, ExistingDatabase existing) throws SQLException {
        // Asked first, since a look into the database is a session too.
        List<Sessions.Session> sessions = Sessions.of(server, target.name());
        boolean ours = existing.marker().isPresent()
                || existing.name().equals(request.overwrite())
                || (existing.allowsConnections() && Emptiness.of(target));
        if (!ours) {
            throw new TargetException.Foreign(existing.name(), target.server());
        }
        boolean endable = request.terminateSessions() && sessions.stream().noneMatch(Sessions.Session::prepared);
        if (!sessions.isEmpty() && !endable) {
            throw new TargetException.InUse(target.name(), sessions);
        }
    }
}
