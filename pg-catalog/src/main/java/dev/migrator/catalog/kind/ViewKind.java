package dev.migrator.catalog.kind;

import static java.util.stream.Collectors.joining;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Views with their options; in a dependency loop first a view of NULLs with the same columns. */
final class ViewKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS quoted,
                   rtrim(pg_get_viewdef(c.oid), ';') AS body,
                   array(SELECT option FROM unnest(c.reloptions) option WHERE option !~ '^check_option=') AS options,
                   upper(substring(array_to_string(c.reloptions, ',') FROM 'check_option=([a-z]+)')) AS check_option,
                   (SELECT r.oid FROM pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename = '_RETURN') AS rule,
                   array(SELECT format('NULL::%s%s AS %I', format_type(a.atttypid, a.atttypmod),
                                       CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation::text END,
                                       a.attname)
                         FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         ORDER BY a.attnum) AS dummies
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v' AND c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, ViewKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        String name = row.text("quoted");
        String options = StorageOptions.with(row.texts("options"));
        String check = row.optional("check_option");
        Definition body = Definition.structure(name + options + " AS\n")
                .thenExpression(row.text("body"))
                .then(check == null ? "" : "\n  WITH " + check + " CHECK OPTION");
        String dummy = "CREATE VIEW " + name + " AS\nSELECT "
                + row.texts("dummies").stream().collect(joining(",\n    "));
        return Draft.of(
                        Address.relation(row.number("oid")),
                        ObjectId.of(ObjectKind.VIEW, row.text("nspname"), row.text("relname")),
                        name,
                        Step.at(
                                Stage.BEFORE_ROWS,
                                Definition.structure("CREATE VIEW ").then(body)))
                .splittingInto(new Split(
                        List.of(new Address("pg_rewrite", row.number("rule"))),
                        List.of(Step.at(Stage.BEFORE_ROWS, dummy)),
                        List.of(Step.at(
                                Stage.BEFORE_ROWS,
                                Definition.structure("CREATE OR REPLACE VIEW ").then(body)))));
    }
}
