package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What lies in the catalog but is not the database's own: members of extensions, temporary objects, all that belongs to them, and plpgsql,
 * which every new database has.
 */
public final class Outsiders {

    private static final String TEMPORARY = "SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_'";

    /** Made anew by a user it looks like any other extension. */
    private static final String BUNDLED = "SELECT oid FROM pg_extension WHERE extname = 'plpgsql'";

    private final Dependencies dependencies;
    private final Set<Address> temporarySchemas;
    private final Set<Address> bundled;
    private final Map<Address, Boolean> known = new HashMap<>();

    private Outsiders(Dependencies dependencies, Set<Address> temporarySchemas, Set<Address> bundled) {
        this.dependencies = dependencies;
        this.temporarySchemas = temporarySchemas;
        this.bundled = bundled;
    }

    public static Outsiders read(CatalogSession session, Dependencies dependencies) throws SQLException {
        return new Outsiders(
                dependencies,
                new HashSet<>(session.query(TEMPORARY, row -> new Address("pg_namespace", row.number("oid")))),
                new HashSet<>(session.query(BUNDLED, row -> new Address("pg_extension", row.number("oid")))));
    }

    /** Whether the object is none that the catalog has to carry. */
    public boolean contains(Address object) {
        Boolean cached = known.get(object);
        if (cached != null) {
            return cached;
        }
        known.put(object, false);
        boolean outside = temporarySchemas.contains(object)
                || bundled.contains(object)
                || dependencies.of(object).stream().anyMatch(this::leadsOutside);
        known.put(object, outside);
        return outside;
    }

    private boolean leadsOutside(Dependencies.Dependency dependency) {
        return switch (dependency.type()) {
            case 'e' -> true;
            case 'i', 'a' -> contains(dependency.referenced());
            default -> temporarySchemas.contains(dependency.referenced());
        };
    }
}
