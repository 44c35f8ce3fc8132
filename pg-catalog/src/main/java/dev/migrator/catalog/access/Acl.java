package dev.migrator.catalog.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of one object or of one column, beside those that it was born with.
 *
 * @param owner quoted
 * @param column null for the object itself
 * @param all every privilege that its kind knows, which is written as ALL
 * @param born the items that a new object of the owner has
 * @param current the items in force, in stored order
 */
record Acl(String owner, @Nullable String column, Set<String> all, List<AclItem> born, List<AclItem> current) {

    /** A GRANT or REVOKE, to be completed by what it is about. */
    record Change(boolean grants, AclItem item, List<String> privileges, boolean passOn) {}

    /**
     * What leads from the privileges at birth to those in force: first what is taken away, then what the owner has, then the others in
     * stored order, as pg_dump does it, so that the stored order comes out the same.
     */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (AclItem item : born) {
            if (!current.contains(item)) {
                List<String> privileges = new ArrayList<>(item.plain());
                privileges.addAll(item.grantable());
                changes.add(new Change(false, item, privileges, false));
            }
        }
        current.stream().filter(this::isOwners).forEach(item -> addGrants(item, changes));
        current.stream().filter(item -> !isOwners(item)).forEach(item -> addGrants(item, changes));
        return changes;
    }

    /** The same list of an object that has no privileges of its own accord. */
    Acl bornWithNothing() {
        return new Acl(owner, column, all, List.of(), current);
    }

    private boolean isOwners(AclItem item) {
        return item.isTo(owner) && item.grantor().equals(owner);
    }

    private void addGrants(AclItem item, List<Change> changes) {
        if (born.contains(item)) {
            return;
        }
        if (!item.plain().isEmpty()) {
            changes.add(new Change(true, item, item.plain(), false));
        }
        if (!item.grantable().isEmpty()) {
            changes.add(new Change(true, item, item.grantable(), true));
        }
    }

    /** {@code SELECT, UPDATE}, or {@code ALL}; each with the column where it is about one, which is quoted already. */
    String list(List<String> privileges) {
        String suffix = column == null ? "" : "(" + column + ")";
        if (Set.copyOf(privileges).equals(all)) {
            return "ALL" + suffix;
        }
        return String.join(", ", privileges.stream().map(p -> p + suffix).toList());
    }
}
