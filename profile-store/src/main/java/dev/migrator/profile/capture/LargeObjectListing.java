package dev.migrator.profile.capture;

import dev.migrator.catalog.SecurityLabel;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says of one large object.
 *
 * @param privileges statements that give what the owner and others may do with it; none where that is what PostgreSQL gives by itself
 */
record LargeObjectListing(
        long oid,
        String owner,
        List<String> privileges,
        @Nullable String comment,
        List<SecurityLabel> labels) {

    /** A list of privileges says what the owner may do too, so that it is begun from nothing. */
    private static final String ALL = """
            SELECT m.oid, o.rolname, obj_description(m.oid, 'pg_largeobject'),
                   m.lomacl IS NOT NULL AND m.lomacl <> acldefault('L', m.lomowner),
                   array(SELECT a.privilege_type FROM aclexplode(m.lomacl) a ORDER BY a.grantee, a.privilege_type, a.is_grantable),
                   array(SELECT coalesce(r.rolname, '')
                         FROM aclexplode(m.lomacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
                         ORDER BY a.grantee, a.privilege_type, a.is_grantable),
                   array(SELECT a.is_grantable FROM aclexplode(m.lomacl) a ORDER BY a.grantee, a.privilege_type, a.is_grantable),
                   array(SELECT l.provider FROM pg_seclabel l
                         WHERE l.classoid = 'pg_largeobject'::regclass AND l.objoid = m.oid ORDER BY l.provider COLLATE "C"),
                   array(SELECT l.label FROM pg_seclabel l
                         WHERE l.classoid = 'pg_largeobject'::regclass AND l.objoid = m.oid ORDER BY l.provider COLLATE "C")
            FROM pg_largeobject_metadata m
            JOIN pg_roles o ON o.oid = m.lomowner
            ORDER BY m.oid
            """;

    /** All of them by OID, as the connection's transaction sees them. */
    static List<LargeObjectListing> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            List<LargeObjectListing> listings = new ArrayList<>();
            try (var rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    long oid = rows.getLong(1);
                    List<String> privileges = rows.getBoolean(4)
                            ? privileges(
                                    oid,
                                    rows.getString(2),
                                    (String[]) rows.getArray(5).getArray(),
                                    (String[]) rows.getArray(6).getArray(),
                                    (Boolean[]) rows.getArray(7).getArray())
                            : List.of();
                    List<SecurityLabel> labels =
                            labels((String[]) rows.getArray(8).getArray(), (String[])
                                    rows.getArray(9).getArray());
                    listings.add(new LargeObjectListing(oid, rows.getString(2), privileges, rows.getString(3), labels));
                }
            }
            return listings;
        }
    }

    private static List<SecurityLabel> labels(String[] providers, String[] texts) {
        List<SecurityLabel> labels = new ArrayList<>();
        for (int i = 0; i < providers.length; i++) {
            labels.add(new SecurityLabel(null, providers[i], texts[i]));
        }
        return labels;
    }

    private static List<String> privileges(
            long oid, String owner, String[] kinds, String[] grantees, Boolean[] grantable) {
        String object = " ON LARGE OBJECT " + oid;
        List<String> statements = new ArrayList<>();
        statements.add("REVOKE ALL" + object + " FROM " + SqlText.name(owner));
        for (int i = 0; i < kinds.length; i++) {
            String grantee = grantees[i].isEmpty() ? "PUBLIC" : SqlText.name(grantees[i]);
            statements.add(
                    "GRANT " + kinds[i] + object + " TO " + grantee + (grantable[i] ? " WITH GRANT OPTION" : ""));
        }
        return statements;
    }
}
