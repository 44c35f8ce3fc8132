package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** pg_depend, read once: what each object refers to. */
public final class Dependencies {

    /** What references the public schema is wanted too, which initdb has made. */
    private static final String QUERY = """
            SELECT classid::regclass::text AS catalog, objid, refclassid::regclass::text AS ref_catalog, refobjid, deptype
            FROM pg_depend
            WHERE objid >= 16384 AND (refobjid >= 16384 OR refclassid IN ('pg_namespace'::regclass, 'pg_extension'::regclass))""";

    /** One row: the letters are those of {@code deptype} in PostgreSQL's documentation of pg_depend. */
    public record Dependency(Address object, Address referenced, char type) {}

    private final List<Dependency> all;
    private final Map<Address, List<Dependency>> byObject = new HashMap<>();

    private Dependencies(List<Dependency> all) {
        this.all = List.copyOf(all);
        all.forEach(d ->
                byObject.computeIfAbsent(d.object(), o -> new ArrayList<>(4)).add(d));
    }

    public static Dependencies read(CatalogSession session) throws SQLException {
        return new Dependencies(session.query(
                QUERY,
                row -> new Dependency(
                        new Address(row.text("catalog"), row.number("objid")),
                        new Address(row.text("ref_catalog"), row.number("refobjid")),
                        row.letter("deptype"))));
    }

    public List<Dependency> all() {
        return all;
    }

    /** What the object itself refers to; empty for an object that is not in pg_depend. */
    public List<Dependency> of(Address object) {
        return byObject.getOrDefault(object, List.of());
    }
}
