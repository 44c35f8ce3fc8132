package dev.migrator.catalog.access;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Comment;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.Statement;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.order.Claims;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What COMMENT ON has set, on objects, on columns, and on the index that a constraint has made. */
public final class Comments {

    /**
     * A column is named by its relation; an index inside a constraint has a comment of its own. That public has lost the comment which it
     * is born with is an empty one.
     */
    private static final String QUERY = """
            SELECT d.classoid::regclass::text AS catalog, d.objoid, d.description,
                   CASE WHEN a.attname IS NOT NULL THEN format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname)
                        WHEN c.relkind IN ('i', 'I') THEN format('INDEX %I.%I', n.nspname, c.relname)
                        WHEN k.contype = 't' THEN format('CONSTRAINT %I ON %s', k.conname, k.conrelid::regclass) END AS inner_reference,
                   CASE WHEN a.attname IS NOT NULL THEN a.attname ELSE coalesce(c.relname, k.conname) END AS inner_name, a.attname AS attribute
            FROM pg_description d
            LEFT JOIN pg_class c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
            LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
            LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
            WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
            UNION ALL
            SELECT 'pg_namespace', oid, '', NULL, NULL, NULL FROM pg_namespace
            WHERE nspname = 'public' AND obj_description(oid, 'pg_namespace') IS NULL
            ORDER BY objoid, attribute NULLS FIRST""";

    /** The comment that every new database's public schema has. */
    private static final String NEW_PUBLIC_COMMENT = "standard public schema";

    /** @param reference what to write after COMMENT ON; null for the object itself */
    private record Remark(
            Address address,
            @Nullable String reference,
            @Nullable String part,
            String text) {}

    private final Map<Address, List<Remark>> byDraft = new HashMap<>();

    private Comments() {}

    public static Comments read(CatalogSession session, Claims claims) throws SQLException {
        Comments all = new Comments();
        List<Remark> remarks = session.query(
                QUERY,
                row -> new Remark(
                        new Address(row.text("catalog"), row.number("objoid")),
                        row.optional("inner_reference"),
                        row.optional("inner_name"),
                        row.text("description")));
        for (Remark remark : remarks) {
            Draft draft = claims.of(remark.address);
            if (draft != null) {
                all.byDraft
                        .computeIfAbsent(draft.address(), d -> new ArrayList<>())
                        .add(remark);
            }
        }
        return all;
    }

    /** The object's own comment first, then those of its columns by name. */
    public List<Comment> of(Draft draft) {
        return remarks(draft).stream()
                .map(remark -> new Comment(isOwn(draft, remark) ? null : remark.part, remark.text))
                .toList();
    }

    public List<Statement> statements(Draft draft, Phase phase) {
        return remarks(draft).stream()
                .map(remark -> "COMMENT ON "
                        + (isOwn(draft, remark) || remark.reference == null ? draft.reference() : remark.reference)
                        + " IS " + SqlText.literal(remark.text))
                .map(sql -> new Statement(draft.id(), phase, Aspect.COMMENT, sql, List.of()))
                .toList();
    }

    private List<Remark> remarks(Draft draft) {
        return byDraft.getOrDefault(draft.address(), List.of()).stream()
                .filter(remark ->
                        !(draft.id().toString().equals("schema public") && remark.text.equals(NEW_PUBLIC_COMMENT)))
                .toList();
    }

    private static boolean isOwn(Draft draft, Remark remark) {
        return remark.address.equals(draft.address())
                && (remark.reference == null || !remark.reference.startsWith("COLUMN "));
    }
}
