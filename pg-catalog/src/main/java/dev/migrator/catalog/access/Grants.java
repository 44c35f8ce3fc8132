package dev.migrator.catalog.access;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes items of access control lists as SQL and as words. */
final class Grants {

    private Grants() {}

    /**
     * One GRANT or REVOKE; given in the name of the grantor where that is not the owner.
     *
     * @param target {@code TABLE app.orders}
     */
    static String statement(Acl acl, Acl.Change change, String target) {
        AclItem item = change.item();
        String sql = (change.grants() ? "GRANT " : "REVOKE ") + acl.list(change.privileges()) + " ON " + target
                + (change.grants() ? " TO " : " FROM ") + item.grantee()
                + (change.passOn() ? " WITH GRANT OPTION" : "");
        return item.grantor().equals(acl.owner()) ? sql : "SET ROLE " + item.grantor() + ";\n" + sql + ";\nRESET ROLE";
    }

    /** The roles that must exist for the change. */
    static List<String> roles(Acl acl, Acl.Change change) {
        AclItem item = change.item();
        TreeSet<String> roles = new TreeSet<>();
        if (!item.grantee().equals("PUBLIC")) {
            roles.add(item.granteeName());
        }
        if (!item.grantor().equals(acl.owner())) {
            roles.add(item.grantorName());
        }
        return List.copyOf(roles);
    }

    /** One line an item and grant option: {@code SELECT, UPDATE TO app_reader BY app_owner}. */
    static List<String> inWords(Acl acl) {
        return acl.current().stream()
                .flatMap(item -> Stream.of(
                        line(acl, item, item.plain(), ""), line(acl, item, item.grantable(), " WITH GRANT OPTION")))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(Acl acl, AclItem item, List<String> privileges, String suffix) {
        return privileges.isEmpty()
                ? ""
                : acl.list(privileges) + " TO " + item.grantee() + " BY " + item.grantor() + suffix;
    }
}
