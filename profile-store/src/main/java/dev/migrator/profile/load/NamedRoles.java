package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.DdlPlan;
import dev.migrator.catalog.Statement;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.manifest.Manifest;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The roles that a restore of a snapshot names.
 *
 * @param all that must exist
 * @param owners those among them that something is given to
 */
record NamedRoles(SortedSet<String> all, SortedSet<String> owners) {

    /**
     * @param plan what will be run of the snapshot's
     * @param access whether owners and privileges of the database and of large objects come along too
     */
    static NamedRoles of(Manifest manifest, DdlPlan plan, AccessPolicy access) {
        SortedSet<String> all = new TreeSet<>(plan.roles());
        SortedSet<String> owners = new TreeSet<>();
        for (Statement statement : plan.statements()) {
            if (statement.aspect() == Aspect.OWNER) {
                owners.addAll(statement.roles());
            }
        }
        DatabaseState database = manifest.catalog().database();
        if (access.keeps(Aspect.OWNER)) {
            owners.add(database.owner());
            manifest.largeObjects().forEach(object -> owners.add(object.owner()));
            all.addAll(owners);
        }
        if (access.keeps(Aspect.PRIVILEGES)) {
            database.roleSettings().forEach(settings -> all.add(settings.role()));
            database.grants().forEach(grant -> all.addAll(grant.roles()));
            manifest.largeObjects().forEach(object -> addGrantees(object, all));
        }
        return new NamedRoles(all, owners);
    }

    /** A large object's statements end in {@code TO "role"} or {@code TO "role" WITH GRANT OPTION}. */
    private static void addGrantees(LargeObject object, SortedSet<String> roles) {
        for (String statement : object.privileges()) {
            int from = statement.indexOf(" TO \"");
            if (from >= 0) {
                String quoted = statement.substring(from + 5, statement.lastIndexOf('"'));
                roles.add(quoted.replace("\"\"", "\""));
            }
        }
    }
}
