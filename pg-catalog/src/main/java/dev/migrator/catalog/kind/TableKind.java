package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tables, partitioned tables and partitions. A partition is made as a table of its own and attached later; defaults and CHECKs are
 * objects of their own that a table takes in (see {@link Host}).
 */
final class TableKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS quoted,
                   c.relpersistence, c.relispartition, c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
                   CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
                   CASE WHEN am.amname <> 'heap' THEN quote_ident(am.amname) END AS method,
                   c.reloptions || array(SELECT 'toast.' || option FROM unnest(toast.reloptions) option) AS options,
                   array(SELECT format('%I.%I', pn.nspname, p.relname)
                         FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                         WHERE i.inhrelid = c.oid AND NOT c.relispartition ORDER BY i.inhseqno) AS parents
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_am am ON am.oid = c.relam
            LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Columns columns = session.once(Columns.class, Columns::read);
        IdentityColumns identities = IdentityColumns.read(session);
        return session.query(QUERY, row -> new Reading(row, columns, identities).draft());
    }

    /** One table on its way from the row to the draft. */
    private static final class Reading {
        private final long oid;
        private final String name;
        private final boolean partition;
        private final @Nullable String ofType;
        private final List<String> parents;
        private final String head;
        private final Definition tail;
        private final List<Columns.Column> columns;
        private final IdentityColumns identities;
        private final ObjectId id;
        private final List<Step> secured = new ArrayList<>();
        private final List<Step> altered = new ArrayList<>();

        Reading(Row row, Columns columns, IdentityColumns identities) throws SQLException {
            this.oid = row.number("oid");
            this.name = row.text("quoted");
            this.partition = row.flag("relispartition");
            this.ofType = row.optional("of_type");
            this.parents = row.texts("parents");
            this.columns = columns.of(oid);
            this.identities = identities;
            this.id = ObjectId.of(ObjectKind.TABLE, row.text("nspname"), row.text("relname"));
            this.head = (row.letter("relpersistence") == 'u' ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
                    + name
                    + (ofType == null ? "" : " OF " + ofType);
            this.tail = tail(row);
            alterations(row);
        }

        private Definition tail(Row row) throws SQLException {
            String inherits = parents.isEmpty() ? "" : "\nINHERITS (" + String.join(", ", parents) + ")";
            String key = row.optional("partition_key");
            String method = row.optional("method");
            Definition tail = Definition.structure(inherits);
            if (key != null) {
                tail = tail.then("\nPARTITION BY ").thenExpression(key);
            }
            return tail.then((method == null ? "" : "\nUSING " + method) + StorageOptions.with(row.texts("options")));
        }

        private void alterations(Row row) throws SQLException {
            for (Columns.Column column : columns) {
                ColumnText.alterations("TABLE ONLY " + name, column, hasLine(column))
                        .forEach(change -> altered.add(Step.at(Stage.BEFORE_ROWS, change)));
                String persistence = identities.persistence(oid, column);
                if (persistence != null) {
                    alter(persistence);
                }
            }
            switch (row.letter("relreplident")) {
                case 'f' -> alter("ALTER TABLE ONLY " + name + " REPLICA IDENTITY FULL");
                case 'n' -> alter("ALTER TABLE ONLY " + name + " REPLICA IDENTITY NOTHING");
                default -> {}
            }
            if (row.flag("relrowsecurity")) {
                secured.add(Step.at(Stage.LATE, "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY"));
            }
            if (row.flag("relforcerowsecurity")) {
                secured.add(Step.at(Stage.LATE, "ALTER TABLE ONLY " + name + " FORCE ROW LEVEL SECURITY"));
            }
        }

        private void alter(String sql) {
            altered.add(Step.at(Stage.BEFORE_ROWS, sql));
        }

        Draft draft() {
            Draft draft =
                    Draft.of(Address.relation(oid), id, name, with(List.of())).hosting(this::with);
            return secured.isEmpty() ? draft : draft.completedBy(new Sequel(secured, List.of()));
        }

        private List<Step> with(List<Host.Guest> pieces) {
            Map<Address, Definition> left = new TreeMap<>();
            pieces.forEach(guest -> left.put(guest.address(), guest.piece()));
            List<Definition> lines = new ArrayList<>();
            for (Columns.Column column : columns) {
                Definition inlined = left.remove(Defaults.address(column));
                if (hasLine(column) && (ofType == null || column.notNull() != null || inlined != null)) {
                    lines.add(ColumnText.line(column, ofType != null, identity(column), inlined));
                } else if (!hasLine(column) && ColumnText.inheritedLine(column) != null) {
                    lines.add(ColumnText.inheritedLine(column));
                }
            }
            pieces.stream()
                    .filter(guest -> left.containsKey(guest.address()))
                    .forEach(guest -> lines.add(guest.piece()));
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(
                    Stage.BEFORE_ROWS,
                    Definition.structure(head)
                            .then(ColumnText.list(lines, ofType == null ? " (\n)" : ""))
                            .then(tail)));
            steps.addAll(altered);
            return steps;
        }

        /** A column that only a parent declares comes from there; of a typed table only what the type does not say is written. */
        private boolean hasLine(Columns.Column column) {
            return column.local() || partition;
        }

        private @Nullable String identity(Columns.Column column) {
            return identities.clause(oid, column);
        }
    }
}
