package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What lies in the catalog but is not the database's own: members of extensions, temporary objects, and all that belongs to them. */
public final class Outsiders {

    private static final String TEMPORARY = "SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_'";

    private final Dependencies dependencies;
    private final Set<Address> temporarySchemas;
    private final Map<Address, Boolean> known = new HashMap<>();

    private Outsiders(Dependencies dependencies, Set<Address> temporarySchemas) {
        this.dependencies = dependencies;
        this.temporarySchemas = temporarySchemas;
    }

    public static Outsiders read(CatalogSession session, Dependencies dependencies) throws SQLException {
        return new Outsiders(
                dependencies,
                new HashSet<>(session.query(TEMPORARY, row -> new Address("pg_namespace", row.number("oid")))));
    }

    /** Whether the object is none that the catalog has to carry. */
    public boolean contains(Address object) {
        Boolean cached = known.get(object);
        if (cached != null) {
            return cached;
        }
        known.put(object, false);
        boolean outside = temporarySchemas.contains(object)
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
