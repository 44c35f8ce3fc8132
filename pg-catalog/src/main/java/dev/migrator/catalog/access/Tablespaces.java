package dev.migrator.catalog.access;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.Statement;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.order.Claims;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which tablespace an object lies, where that is not its database's. A table is moved there as long as it is empty; an index is built
 * there at once, which its statement can only say in the midst of itself, so a setting says it before. Sequences have no tablespace.
 */
public final class Tablespaces {

    private static final String QUERY = """
            SELECT c.oid, t.spcname, quote_ident(t.spcname) AS quoted
            FROM pg_class c JOIN pg_tablespace t ON t.oid = c.reltablespace
            WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'i', 'I') AND c.relnamespace <> 'pg_toast'::regnamespace""";

    private static final Set<ObjectKind> MADE_IN_PLACE = EnumSet.of(ObjectKind.INDEX, ObjectKind.CONSTRAINT);

    private static final Set<ObjectKind> MOVED = EnumSet.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW);

    private record Tablespace(String name, String quoted) {}

    private final Map<Address, Tablespace> byDraft = new HashMap<>();

    private Tablespaces() {}

    public static Tablespaces read(CatalogSession session, Claims claims) throws SQLException {
        Tablespaces all = new Tablespaces();
        session.query(QUERY, row -> {
            Draft draft = claims.of(Address.relation(row.number("oid")));
            if (draft != null
                    && (MADE_IN_PLACE.contains(draft.id().kind())
                            || MOVED.contains(draft.id().kind()))) {
                all.byDraft.put(draft.address(), new Tablespace(row.text("spcname"), row.text("quoted")));
            }
            return true;
        });
        return all;
    }

    /** The tablespace's name; null for that of the database. */
    public @Nullable String of(Draft draft) {
        Tablespace tablespace = byDraft.get(draft.address());
        return tablespace == null ? null : tablespace.name;
    }

    /**
     * The statements that make an object, with those among them that put it in its tablespace.
     *
     * @param making the first of them makes the object, the others say something of it
     */
    public List<Statement> placing(Draft draft, Phase phase, List<Statement> making) {
        Tablespace tablespace = byDraft.get(draft.address());
        List<Statement> placing = new ArrayList<>(making);
        if (tablespace == null) {
            return placing;
        }
        if (MADE_IN_PLACE.contains(draft.id().kind())) {
            placing.add(1, statement(draft, phase, "SET default_tablespace = ''"));
            placing.add(0, statement(draft, phase, "SET default_tablespace = " + tablespace.quoted));
        } else {
            placing.add(statement(draft, phase, "ALTER " + draft.reference() + " SET TABLESPACE " + tablespace.quoted));
        }
        return placing;
    }

    private static Statement statement(Draft draft, Phase phase, String sql) {
        return new Statement(draft.id(), phase, Aspect.TABLESPACE, sql, List.of());
    }
}
