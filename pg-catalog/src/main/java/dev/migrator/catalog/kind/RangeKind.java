package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Range types, each with its multirange type; a shell first where a canonical function takes the type itself. */
final class RangeKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, n.nspname, t.typname, format('%I.%I', n.nspname, t.typname) AS quoted,
                   format_type(r.rngsubtype, NULL) AS subtype,
                   CASE WHEN NOT o.opcdefault THEN format('%I.%I', opn.nspname, o.opcname) END AS operator_class,
                   CASE WHEN r.rngcollation <> s.typcollation THEN r.rngcollation::regcollation::text END AS collation,
                   nullif(r.rngcanonical::oid, 0)::regproc::text AS canonical,
                   nullif(r.rngsubdiff::oid, 0)::regproc::text AS difference,
                   format('%I.%I', mn.nspname, m.typname) AS multirange
            FROM pg_range r
            JOIN pg_type t ON t.oid = r.rngtypid
            JOIN pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_type s ON s.oid = r.rngsubtype
            JOIN pg_opclass o ON o.oid = r.rngsubopc
            JOIN pg_namespace opn ON opn.oid = o.opcnamespace
            JOIN pg_type m ON m.oid = r.rngmultitypid
            JOIN pg_namespace mn ON mn.oid = m.typnamespace
            WHERE t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, RangeKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        String name = row.text("quoted");
        StringBuilder text =
                new StringBuilder("CREATE TYPE " + name + " AS RANGE (\n    subtype = " + row.text("subtype"));
        option(text, "subtype_opclass", row.optional("operator_class"));
        option(text, "collation", row.optional("collation"));
        option(text, "canonical", row.optional("canonical"));
        option(text, "subtype_diff", row.optional("difference"));
        option(text, "multirange_type_name", row.text("multirange"));
        Address address = Address.type(row.number("oid"));
        Step create = Step.at(Stage.BEFORE_ROWS, text + "\n)");
        return Draft.of(address, ObjectId.of(ObjectKind.RANGE, row.text("nspname"), row.text("typname")), name, create)
                .splittingInto(new Split(
                        List.of(address), List.of(Step.at(Stage.BEFORE_ROWS, "CREATE TYPE " + name)), List.of(create)));
    }

    private static void option(StringBuilder text, String option, @Nullable String value) {
        if (value != null) {
            text.append(",\n    ").append(option).append(" = ").append(value);
        }
    }
}
