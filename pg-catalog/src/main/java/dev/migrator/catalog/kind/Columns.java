package dev.migrator.catalog.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of all tables, foreign tables and composite types, read by one query. */
final class Columns {

    private static final String NOT_NULL_JOIN =
            "LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]";

    private static final String PARENT_NOT_NULL_JOIN =
            "LEFT JOIN pg_constraint pn ON pn.conrelid = p.attrelid AND pn.contype = 'n' AND pn.conkey = ARRAY[p.attnum]";

    /** PostgreSQL chooses no name that another constraint of the schema has, unless that comes after it, from it. */
    private static final String SHARES_NAME = """
            EXISTS (SELECT FROM pg_constraint other JOIN pg_class oc ON oc.oid = other.conrelid
                    WHERE other.conname = nn.conname AND other.connamespace = nn.connamespace
                      AND (other.conislocal OR oc.relispartition) AND other.oid <> nn.oid)""";

    private final Map<Long, List<Column>> byRelation = new HashMap<>();
    private final Heirs heirs;

    private Columns(Heirs heirs) {
        this.heirs = heirs;
    }

    /**
     * One column.
     *
     * @param name quoted
     * @param collation qualified and quoted; null for the type's own
     * @param local whether the table itself declares it; it may be inherited as well
     * @param notNull how it is declared NOT NULL; null where it is not, or not by the table itself
     * @param identity {@code a} always, {@code d} by default, a space for none
     * @param generated {@code s} stored, {@code v} virtual, a space for none
     * @param expression of the default or of the generated column; null for none
     * @param compression null for the server's default
     * @param compressedLater whether only ALTER TABLE can say so: of a typed table, and where a parent's column has another
     * @param storage null for the one that a new column would have
     * @param statistics the target; null for the server's default
     * @param losesDefault whether a parent has a default that this column has not
     */
    record Column(
            long number,
            String name,
            String type,
            @Nullable String collation,
            boolean local,
            @Nullable NotNull notNull,
            char identity,
            char generated,
            @Nullable String expression,
            long defaultOid,
            @Nullable String compression,
            boolean compressedLater,
            @Nullable String storage,
            @Nullable String statistics,
            List<String> options,
            List<String> foreignOptions,
            boolean losesDefault) {

        boolean isGenerated() {
            return generated != ' ';
        }
    }

    /**
     * A NOT NULL; a constraint with a name of its own since 18.
     *
     * @param inLine whether only a line in CREATE TABLE makes it what it is, where a later SET NOT NULL would choose another name, be
     *     inherited, or be counted in with a parent's; never before 18
     * @param name not quoted; null where it is the one that PostgreSQL will choose, and before 18
     * @param inherited whether a parent's is all; before 18, where nothing tells, wherever a parent has one
     */
    record NotNull(boolean inLine, @Nullable String name, boolean inherited, boolean noInherit) {}

    static Columns read(CatalogSession session) throws SQLException {
        boolean named = session.atLeast(18);
        String query = resource()
                .replace("{notnull_join}", named ? NOT_NULL_JOIN : "")
                .replace("{notnull}", named ? "nn.conname" : "NULL::name")
                .replace("{notnull_shares_name}", named ? SHARES_NAME : "false")
                .replace("{parent_notnull_join}", named ? PARENT_NOT_NULL_JOIN : "")
                .replace("{parent_notnull}", named ? "pn.convalidated" : "p.attnotnull")
                .replace("{notnull_local}", named ? "nn.conislocal" : "true")
                .replace("{notnull_no_inherit}", named ? "nn.connoinherit" : "false")
                .replace("{notnull_valid}", named ? "nn.convalidated" : "true");
        Columns columns = new Columns(Heirs.read(session));
        session.query(query, row -> columns.byRelation
                .computeIfAbsent(row.number("attrelid"), r -> new ArrayList<>())
                .add(column(row)));
        return columns;
    }

    /** The columns of a relation in the order that they have once it is made anew: those that it inherits first. */
    List<Column> of(long relation) {
        Map<String, Column> own = new LinkedHashMap<>();
        byRelation.getOrDefault(relation, List.of()).forEach(column -> own.put(column.name(), column));
        Map<String, Column> ordered = new LinkedHashMap<>();
        for (long parent : heirs.parentsOf(relation)) {
            for (Column inherited : of(parent)) {
                Column column = own.get(inherited.name());
                if (column != null) {
                    ordered.put(inherited.name(), column);
                }
            }
        }
        own.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }

    /**
     * Quoted names of columns in that order: for what has a set of columns, which PostgreSQL lists as they lie. Those of a view stay
     * as they are.
     */
    List<String> inOrder(long relation, List<String> names) {
        if (!byRelation.containsKey(relation)) {
            return names;
        }
        return of(relation).stream().map(Column::name).filter(names::contains).toList();
    }

    private static Column column(Row row) throws SQLException {
        boolean hasDefault = row.optional("expression") != null;
        return new Column(
                row.number("attnum"),
                row.text("quoted"),
                row.text("type"),
                row.optional("collation"),
                row.flag("attislocal"),
                notNull(row),
                row.letter("attidentity"),
                row.letter("attgenerated"),
                row.optional("expression"),
                row.number("default_oid"),
                row.optional("compression"),
                row.flag("compressed_later"),
                row.optional("storage"),
                row.optional("statistics"),
                row.texts("attoptions"),
                row.texts("attfdwoptions"),
                !hasDefault && row.flag("parent_has_default"));
    }

    /** A constraint that is not valid yet is added after the rows, and one that is only inherited comes from the parent. */
    private static @Nullable NotNull notNull(Row row) throws SQLException {
        String name = row.optional("not_null_name");
        if (!row.flag("attnotnull") || (name != null && !row.flag("not_null_valid"))) {
            return null;
        }
        boolean inherited = row.flag("parent_not_null") && (name == null || !row.flag("not_null_local"));
        boolean chosen = ChosenName.of(row.text("relname"), row.text("attname"), "not_null")
                        .equals(name)
                && !row.flag("not_null_shares_name");
        boolean noInherit = row.flag("not_null_no_inherit");
        boolean inLine = name != null && (!chosen || noInherit || row.flag("parent_not_null"));
        return new NotNull(inLine, chosen ? null : name, inherited, noInherit);
    }

    private static String resource() {
        try (InputStream sql = Columns.class.getResourceAsStream("columns.sql")) {
            if (sql == null) {
                throw new IllegalStateException("columns.sql is missing from the jar");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
