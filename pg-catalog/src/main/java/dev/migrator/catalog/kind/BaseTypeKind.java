package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Base types and shell types. A base type and its input and output functions always need one another, so it is a shell first and whole
 * when they are there.
 */
final class BaseTypeKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, n.nspname, t.typname, format('%I.%I', n.nspname, t.typname) AS quoted, t.typisdefined, t.typlen, t.typbyval,
                   t.typinput::regproc::text AS input, t.typoutput::regproc::text AS output,
                   nullif(t.typreceive::oid, 0)::regproc::text AS receive, nullif(t.typsend::oid, 0)::regproc::text AS send,
                   nullif(t.typmodin::oid, 0)::regproc::text AS modifier_in, nullif(t.typmodout::oid, 0)::regproc::text AS modifier_out,
                   nullif(t.typanalyze::oid, 0)::regproc::text AS analyze_function, nullif(t.typsubscript::oid, 0)::regproc::text AS subscript,
                   CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS element,
                   coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)) AS expression,
                   t.typcollation <> 0 AS collatable, t.typcategory, t.typispreferred, t.typdelim,
                   CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' ELSE 'int4' END AS alignment,
                   CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END AS storage
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE (t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type element WHERE element.oid = t.typelem AND element.typarray = t.oid)
                   OR t.typtype = 'p' AND NOT t.typisdefined)
              AND t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, BaseTypeKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        Address address = Address.type(row.number("oid"));
        ObjectId id = ObjectId.of(ObjectKind.BASE_TYPE, row.text("nspname"), row.text("typname"));
        String name = row.text("quoted");
        Step shell = Step.at(Stage.BEFORE_ROWS, "CREATE TYPE " + name);
        if (!row.flag("typisdefined")) {
            return Draft.of(address, id, name, shell);
        }
        Definition create =
                Definition.structure("CREATE TYPE " + name + " (\n    " + String.join(",\n    ", options(row)));
        String expression = row.optional("expression");
        if (expression != null) {
            create = create.then(",\n    DEFAULT = ").thenExpression(expression);
        }
        Step whole = Step.at(Stage.BEFORE_ROWS, create.then("\n)"));
        return Draft.of(address, id, name, whole)
                .splittingInto(new Split(List.of(address), List.of(shell), List.of(whole)));
    }

    private static List<String> options(Row row) throws SQLException {
        List<String> options = new ArrayList<>();
        add(options, "INPUT", row.text("input"));
        add(options, "OUTPUT", row.text("output"));
        add(options, "RECEIVE", row.optional("receive"));
        add(options, "SEND", row.optional("send"));
        add(options, "TYPMOD_IN", row.optional("modifier_in"));
        add(options, "TYPMOD_OUT", row.optional("modifier_out"));
        add(options, "ANALYZE", row.optional("analyze_function"));
        add(options, "SUBSCRIPT", row.optional("subscript"));
        add(options, "INTERNALLENGTH", row.number("typlen") < 0 ? "VARIABLE" : String.valueOf(row.number("typlen")));
        add(options, "ELEMENT", row.optional("element"));
        if (row.flag("collatable")) {
            add(options, "COLLATABLE", "true");
        }
        if (row.letter("typcategory") != 'U') {
            add(options, "CATEGORY", SqlText.literal(String.valueOf(row.letter("typcategory"))));
        }
        if (row.flag("typispreferred")) {
            add(options, "PREFERRED", "true");
        }
        if (row.letter("typdelim") != ',') {
            add(options, "DELIMITER", SqlText.literal(String.valueOf(row.letter("typdelim"))));
        }
        add(options, "ALIGNMENT", row.text("alignment"));
        add(options, "STORAGE", row.text("storage"));
        if (row.flag("typbyval")) {
            options.add("PASSEDBYVALUE");
        }
        return options;
    }

    private static void add(List<String> options, String name, @Nullable String value) {
        if (value != null) {
            options.add(name + " = " + value);
        }
    }
}
