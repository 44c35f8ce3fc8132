package dev.migrator.catalog.access;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.SecurityLabel;
import dev.migrator.catalog.Statement;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.order.Claims;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What SECURITY LABEL has set, on objects, on columns, and on the types that are made along with others. As with pg_dump, not on
 * PostgreSQL's own objects, all of which a provider may label by itself.
 */
public final class SecurityLabels {

    /** Labels on subscriptions lie with those of roles and tablespaces, which are the server's and not the database's. */
    private static final String QUERY = """
            SELECT l.catalog::text, l.objoid, l.provider, l.label,
                   CASE WHEN a.attname IS NOT NULL THEN format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname)
                        WHEN l.catalog = 'pg_type'::regclass THEN 'TYPE ' || format_type(l.objoid, NULL) END AS inner_reference
            FROM (SELECT classoid::regclass AS catalog, objoid, objsubid, provider, label FROM pg_seclabel
                  UNION ALL
                  SELECT classoid::regclass, objoid, 0, provider, label FROM pg_shseclabel WHERE classoid = 'pg_subscription'::regclass) l
            LEFT JOIN pg_class c ON l.catalog = 'pg_class'::regclass AND c.oid = l.objoid
            LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = l.objsubid AND l.objsubid > 0
            WHERE l.objoid >= 16384 OR l.catalog = 'pg_namespace'::regclass""";

    private static final String OF_DATABASE = """
            SELECT l.provider, l.label FROM pg_shseclabel l
            JOIN pg_database d ON l.classoid = 'pg_database'::regclass AND l.objoid = d.oid
            WHERE d.datname = current_database() ORDER BY l.provider COLLATE "C\"""";

    private static final Comparator<SecurityLabel> IN_ORDER = Comparator.comparing(
                    SecurityLabel::on, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SecurityLabel::provider);

    private final Map<Address, List<SecurityLabel>> byDraft = new HashMap<>();

    private SecurityLabels() {}

    public static SecurityLabels read(CatalogSession session, Claims claims) throws SQLException {
        SecurityLabels all = new SecurityLabels();
        session.query(QUERY, row -> {
            Address address = new Address(row.text("catalog"), row.number("objoid"));
            Draft draft = claims.of(address);
            if (draft == null) {
                return false;
            }
            boolean ownType =
                    draft.address().equals(address) && address.catalog().equals("pg_type");
            return all.byDraft
                    .computeIfAbsent(draft.address(), d -> new ArrayList<>())
                    .add(new SecurityLabel(
                            ownType ? null : row.optional("inner_reference"), row.text("provider"), row.text("label")));
        });
        all.byDraft.values().forEach(labels -> labels.sort(IN_ORDER));
        return all;
    }

    /** The labels of the database that the session is connected to, by provider. */
    public static List<SecurityLabel> ofDatabase(CatalogSession session) throws SQLException {
        return session.query(OF_DATABASE, row -> new SecurityLabel(null, row.text("provider"), row.text("label")));
    }

    /** The object's own labels first, then those of its parts by name; each by provider. */
    public List<SecurityLabel> of(Draft draft) {
        return byDraft.getOrDefault(draft.address(), List.of());
    }

    public List<Statement> statements(Draft draft, Phase phase) {
        return of(draft).stream()
                .map(label -> label.sql(draft.reference()))
                .map(sql -> new Statement(draft.id(), phase, Aspect.LABEL, sql, List.of()))
                .toList();
    }
}
