package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Foreign tables; their rows are elsewhere. */
final class ForeignTableKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS quoted, c.relispartition,
                   quote_ident(s.srvname) AS server, f.ftoptions,
                   array(SELECT format('%I.%I', pn.nspname, p.relname)
                         FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                         WHERE i.inhrelid = c.oid AND NOT c.relispartition ORDER BY i.inhseqno) AS parents
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_foreign_table f ON f.ftrelid = c.oid
            JOIN pg_foreign_server s ON s.oid = f.ftserver
            WHERE c.relkind = 'f' AND c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Columns columns = session.once(Columns.class, Columns::read);
        return session.query(QUERY, row -> draft(row, columns.of(row.number("oid"))));
    }

    private static Draft draft(Row row, List<Columns.Column> columns) throws SQLException {
        String name = row.text("quoted");
        String rawName = row.text("relname");
        boolean partition = row.flag("relispartition");
        List<String> parents = row.texts("parents");
        String tail = (parents.isEmpty() ? "" : "\nINHERITS (" + String.join(", ", parents) + ")") + "\nSERVER "
                + row.text("server") + ForeignOptions.clause(row.texts("ftoptions"));
        Host host = guests -> {
            Map<Address, Definition> left = new TreeMap<>();
            guests.forEach(guest -> left.put(guest.address(), guest.piece()));
            List<Definition> lines = new ArrayList<>();
            List<Step> altered = new ArrayList<>();
            for (Columns.Column column : columns) {
                Definition inlined = left.remove(Defaults.address(column));
                boolean inLine = column.local() || partition;
                if (inLine) {
                    lines.add(ColumnText.line(column, false, null, inlined));
                } else if (ColumnText.inheritedLine(column) != null) {
                    lines.add(ColumnText.inheritedLine(column));
                }
                ColumnText.alterations("FOREIGN TABLE ONLY " + name, column, inLine)
                        .forEach(sql -> altered.add(Step.at(Stage.BEFORE_ROWS, sql)));
            }
            guests.stream()
                    .filter(guest -> left.containsKey(guest.address()))
                    .forEach(guest -> lines.add(guest.piece()));
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(
                    Stage.BEFORE_ROWS,
                    Definition.structure("CREATE FOREIGN TABLE " + name)
                            .then(ColumnText.list(lines, " (\n)"))
                            .then(tail)));
            steps.addAll(altered);
            return steps;
        };
        return Draft.of(
                        Address.relation(row.number("oid")),
                        ObjectId.of(ObjectKind.FOREIGN_TABLE, row.text("nspname"), rawName),
                        name,
                        host.with(List.of()))
                .hosting(host);
    }
}
