package dev.migrator.catalog.access;

import dev.migrator.catalog.kind.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One aclitem: what one role has been given by another.
 *
 * @param grantee quoted, or {@code PUBLIC}
 * @param granteeName the same, not quoted
 * @param grantor quoted
 * @param grantorName the same, not quoted
 * @param plain the privileges that the grantee may not pass on, in PostgreSQL's order
 * @param grantable those that it may
 */
record AclItem(
        String grantee,
        String granteeName,
        String grantor,
        String grantorName,
        List<String> plain,
        List<String> grantable) {

    AclItem {
        plain = List.copyOf(plain);
        grantable = List.copyOf(grantable);
    }

    /** The item of one privilege, from a row of {@link AclQuery}. */
    static AclItem of(Row row) throws SQLException {
        List<String> privilege = List.of(row.text("privilege"));
        boolean grantable = row.flag("grantable");
        return new AclItem(
                row.text("grantee"),
                row.text("grantee_name"),
                row.text("grantor"),
                row.text("grantor_name"),
                grantable ? List.of() : privilege,
                grantable ? privilege : List.of());
    }

    boolean isTo(String role) {
        return grantee.equals(role);
    }

    boolean isBetweenTheSame(AclItem other) {
        return grantee.equals(other.grantee) && grantor.equals(other.grantor);
    }

    /** This item with the privileges of another between the same roles. */
    AclItem with(AclItem more) {
        return new AclItem(
                grantee,
                granteeName,
                grantor,
                grantorName,
                joined(plain, more.plain),
                joined(grantable, more.grantable));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
