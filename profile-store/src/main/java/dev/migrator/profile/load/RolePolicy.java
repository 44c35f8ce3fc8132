package dev.migrator.profile.load;

/**
 * What becomes of the roles that a snapshot names as owners, in privileges and in policies; roles belong to a server, not to a database.
 *
 * @param createMissing whether those that the server lacks are created, without the right to log in; otherwise they must exist
 * @param ownership whether owners and privileges come along; otherwise all belongs to whoever restores, and only what cannot do without a
 *     role, a policy say, still needs it
 */
public record RolePolicy(boolean createMissing, boolean ownership) {

    /** All roles must exist, and whoever restores must be allowed to give them what is theirs. */
    public static final RolePolicy REQUIRE = new RolePolicy(false, true);

    /** Missing roles are created: for servers of our own. */
    public static final RolePolicy CREATE = new RolePolicy(true, true);

    /** Without owners and privileges: for a role that may do little. */
    public static final RolePolicy SKIP = new RolePolicy(false, false);
}
