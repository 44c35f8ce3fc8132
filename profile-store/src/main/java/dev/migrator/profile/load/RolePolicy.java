package dev.migrator.profile.load;

/** What becomes of the roles that a snapshot names as owners, in privileges and in policies; roles belong to a server, not to a database. */
public enum RolePolicy {
    /** All must exist, and whoever restores must be allowed to give them what is theirs. */
    REQUIRE,
    /** Those that are missing are created without the right to log in: for servers of our own. */
    CREATE,
    /** All belongs to whoever restores, and nobody else gets privileges. What cannot do without a role, a policy say, still needs it. */
    SKIP
}
