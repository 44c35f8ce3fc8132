package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import java.util.EnumSet;
import java.util.Set;

/**
 * What becomes of what belongs to a server rather than to a database: the roles that a snapshot names, its owners, privileges, security
 * labels, tablespaces and subscriptions.
 *
 * @param createMissing whether roles that the server lacks are created, without the right to log in; otherwise they must exist
 * @param leftOut what does not come along of {@link Aspect#OWNER}, {@link Aspect#PRIVILEGES}, {@link Aspect#LABEL} and {@link
 *     Aspect#TABLESPACE}; what cannot do without a role, a policy say, needs it all the same
 * @param subscriptions whether they come along
 */
public record AccessPolicy(boolean createMissing, Set<Aspect> leftOut, boolean subscriptions) {

    /** All roles must exist, and whoever restores must be allowed to give them what is theirs. */
    public static final AccessPolicy REQUIRE = new AccessPolicy(false, Set.of());

    /** Missing roles are created: for servers of our own. */
    public static final AccessPolicy CREATE = new AccessPolicy(true, Set.of());

    /** Without owners and privileges: for a role that may do little. */
    public static final AccessPolicy SKIP = new AccessPolicy(false, EnumSet.of(Aspect.OWNER, Aspect.PRIVILEGES));

    public AccessPolicy {
        leftOut = Set.copyOf(leftOut);
    }

    /** With subscriptions. */
    public AccessPolicy(boolean createMissing, Set<Aspect> leftOut) {
        this(createMissing, leftOut, true);
    }

    /** The same without subscriptions. */
    public AccessPolicy withoutSubscriptions() {
        return new AccessPolicy(createMissing, leftOut, false);
    }

    boolean keeps(Aspect aspect) {
        return !leftOut.contains(aspect);
    }

    /** Whether fewer roles would be needed if more were left out. */
    boolean keepsRoles() {
        return keeps(Aspect.OWNER) || keeps(Aspect.PRIVILEGES);
    }
}
