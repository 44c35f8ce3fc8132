package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Functions, window functions and procedures, as PostgreSQL itself writes them. */
final class RoutineKind implements Kind {

    /** The constructors of a range type are made with the type. */
    private static final String QUERY = """
            SELECT p.oid, n.nspname, p.proname, format('%I.%I', n.nspname, p.proname) AS quoted, p.prokind,
                   (SELECT coalesce(string_agg(format_type(type, NULL), ', ' ORDER BY position), '')
                    FROM unnest(p.proargtypes) WITH ORDINALITY argument(type, position)) AS types,
                   pg_get_function_identity_arguments(p.oid) AS arguments,
                   rtrim(pg_get_functiondef(p.oid), E'\\n') AS definition,
                   p.prosqlbody IS NOT NULL OR p.proargdefaults IS NOT NULL AS has_expression,
                   (SELECT pg_get_function_sqlbody(p.oid) FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid
                    LIMIT 1) AS recursive_body
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.prokind <> 'a' AND p.oid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, RoutineKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        ObjectKind kind = row.letter("prokind") == 'p' ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
        return Draft.of(
                Address.routine(row.number("oid")),
                ObjectId.of(kind, row.text("nspname"), row.text("proname") + "(" + row.text("types") + ")"),
                row.text("quoted") + "(" + row.text("arguments") + ")",
                steps(row));
    }

    /** A body that is parsed when the routine is made and calls the routine itself needs it to be there, with any body. */
    private static List<Step> steps(Row row) throws SQLException {
        String replacing = row.text("definition");
        String creating = replacing.replaceFirst("^CREATE OR REPLACE ", "CREATE ");
        String recursive = row.optional("recursive_body");
        if (recursive != null && creating.endsWith(recursive)) {
            String head = creating.substring(0, creating.length() - recursive.length());
            return List.of(step(row, head + "AS ''"), step(row, replacing));
        }
        return List.of(step(row, creating));
    }

    private static Step step(Row row, String sql) throws SQLException {
        return Step.at(
                Stage.BEFORE_ROWS, row.flag("has_expression") ? Definition.expression(sql) : Definition.structure(sql));
    }
}
