package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Publications with the tables and schemas in them; since 19 also of all sequences, and of all tables except some. */
final class PublicationKind implements Kind {

    private static final String QUERY = """
            SELECT p.oid, p.pubname, quote_ident(p.pubname) AS quoted, p.puballtables, p.pubviaroot,
                   concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                             CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS publish,
                   %s AS generated_columns, %s AS all_sequences
            FROM pg_publication p WHERE p.oid >= 16384""";

    /** What is left out stays in the order in which it was named, as pg_dump has it: it is one list in one statement. */
    private static final String TABLES = """
            SELECT r.prpubid AS publication, r.prrelid, format('%%I.%%I', n.nspname, c.relname) AS quoted, %1$s AS columns, %2$s AS filter,
                   %3$s AS excepted
            FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            ORDER BY CASE WHEN %3$s THEN r.oid END, n.nspname, c.relname""";

    private static final String COLUMNS = """
            array(SELECT quote_ident(a.attname) FROM pg_attribute a
                  WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs))""";

    private static final String SCHEMAS = """
            SELECT s.pnpubid AS publication, quote_ident(n.nspname) AS quoted
            FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid ORDER BY n.nspname""";

    private static final String ALL_CHANGES = "insert, update, delete, truncate";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Columns columns = session.once(Columns.class, Columns::read);
        Map<Long, List<Definition>> members = new HashMap<>();
        Map<Long, List<String>> excepted = new HashMap<>();
        String tables = TABLES.formatted(
                session.since(15, COLUMNS, "NULL::text[]"),
                session.since(15, "pg_get_expr(r.prqual, r.prrelid)", "NULL"),
                session.since(19, "r.prexcept", "false"));
        session.query(
                tables,
                row -> row.flag("excepted")
                        ? add(excepted, row, "TABLE ONLY " + row.text("quoted"))
                        : add(members, row, table(row, columns)));
        if (session.atLeast(15)) {
            session.query(
                    SCHEMAS,
                    row -> add(members, row, Definition.structure("ADD TABLES IN SCHEMA " + row.text("quoted"))));
        }
        String query = QUERY.formatted(
                session.since(18, "CASE p.pubgencols WHEN 's' THEN 'stored' END", "NULL"),
                session.since(19, "p.puballsequences", "false"));
        return session.query(
                query,
                row -> draft(
                        row,
                        excepted.getOrDefault(row.number("oid"), List.of()),
                        members.getOrDefault(row.number("oid"), List.of())));
    }

    private static <T> boolean add(Map<Long, List<T>> members, Row row, T member) throws SQLException {
        return members.computeIfAbsent(row.number("publication"), p -> new ArrayList<>())
                .add(member);
    }

    private static Definition table(Row row, Columns all) throws SQLException {
        List<String> columns = all.inOrder(row.number("prrelid"), row.texts("columns"));
        String filter = row.optional("filter");
        Definition table = Definition.structure("ADD TABLE ONLY " + row.text("quoted")
                + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")"));
        return filter == null
                ? table
                : table.then(" WHERE (").thenExpression(filter).then(")");
    }

    /** {@code  FOR ALL TABLES EXCEPT (TABLE ONLY app.log), ALL SEQUENCES} with a space before it, or nothing where it names what it publishes. */
    private static String all(Row row, List<String> excepted) throws SQLException {
        List<String> all = new ArrayList<>();
        if (row.flag("puballtables")) {
            all.add("ALL TABLES" + (excepted.isEmpty() ? "" : " EXCEPT (" + String.join(", ", excepted) + ")"));
        }
        if (row.flag("all_sequences")) {
            all.add("ALL SEQUENCES");
        }
        return all.isEmpty() ? "" : " FOR " + String.join(", ", all);
    }

    private static Draft draft(Row row, List<String> excepted, List<Definition> members) throws SQLException {
        String name = row.text("quoted");
        List<String> options = new ArrayList<>();
        if (!row.text("publish").equals(ALL_CHANGES)) {
            options.add("publish = '" + row.text("publish") + "'");
        }
        if (row.flag("pubviaroot")) {
            options.add("publish_via_partition_root = true");
        }
        if (row.optional("generated_columns") != null) {
            options.add("publish_generated_columns = " + row.text("generated_columns"));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.at(
                Stage.LATE,
                "CREATE PUBLICATION " + name + all(row, excepted)
                        + (options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")")));
        for (Definition member : members) {
            steps.add(Step.at(
                    Stage.LATE,
                    Definition.structure("ALTER PUBLICATION " + name + " ").then(member)));
        }
        return Draft.of(
                new Address("pg_publication", row.number("oid")),
                ObjectId.of(ObjectKind.PUBLICATION, null, row.text("pubname")),
                name,
                steps);
    }
}
