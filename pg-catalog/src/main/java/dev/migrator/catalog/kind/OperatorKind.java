package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operators. One that is only named as another's commutator or negator has no function and is made along with that, so it is none here.
 * PostgreSQL completes such a pair when the second of two operators names the first; where only the first names the second, it stays so
 * only if it is made first again.
 */
final class OperatorKind implements Kind {

    private static final String QUERY = """
            SELECT o.oid, n.nspname, o.oprname, format('%I.%s', n.nspname, o.oprname) AS quoted,
                   CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS left_type,
                   CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END AS right_type,
                   o.oprcode::regproc::text AS routine,
                   (SELECT format('OPERATOR(%I.%s)', xn.nspname, x.oprname)
                    FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprcom) AS commutator,
                   (SELECT format('OPERATOR(%I.%s)', xn.nspname, x.oprname)
                    FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprnegate) AS negator,
                   nullif(o.oprrest::oid, 0)::regproc::text AS restriction, nullif(o.oprjoin::oid, 0)::regproc::text AS joining,
                   o.oprcanmerge, o.oprcanhash,
                   array(SELECT x.oid::bigint FROM pg_operator x
                         WHERE x.oid <> o.oid AND (x.oprcom = o.oid AND o.oprcom <> x.oid OR x.oprnegate = o.oid AND o.oprnegate <> x.oid)
                         ORDER BY x.oid) AS named_by
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE o.oprcode <> 0 AND o.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, OperatorKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        String left = row.optional("left_type");
        String right = row.optional("right_type");
        String types = "(" + (left == null ? "NONE" : left) + ", " + (right == null ? "NONE" : right) + ")";
        return Draft.of(
                        address(row.number("oid")),
                        ObjectId.of(ObjectKind.OPERATOR, row.text("nspname"), row.text("oprname") + types),
                        row.text("quoted") + " " + types,
                        Stage.BEFORE_ROWS,
                        "CREATE OPERATOR " + row.text("quoted") + " (\n    " + String.join(",\n    ", options(row))
                                + "\n)")
                .needing(row.numbers("named_by").stream()
                        .map(OperatorKind::address)
                        .toList());
    }

    private static Address address(long oid) {
        return new Address("pg_operator", oid);
    }

    private static List<String> options(Row row) throws SQLException {
        List<String> options = new ArrayList<>();
        add(options, "FUNCTION", row.text("routine"));
        add(options, "LEFTARG", row.optional("left_type"));
        add(options, "RIGHTARG", row.optional("right_type"));
        add(options, "COMMUTATOR", row.optional("commutator"));
        add(options, "NEGATOR", row.optional("negator"));
        add(options, "RESTRICT", row.optional("restriction"));
        add(options, "JOIN", row.optional("joining"));
        if (row.flag("oprcanmerge")) {
            options.add("MERGES");
        }
        if (row.flag("oprcanhash")) {
            options.add("HASHES");
        }
        return options;
    }

    private static void add(List<String> options, String name, @Nullable String value) {
        if (value != null) {
            options.add(name + " = " + value);
        }
    }
}
