package dev.migrator.catalog.order;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which draft stands for an address of the catalog: its own, or the one of the object that it is an inner part of: a row type is its
 * table's, an array type its element's, an index its constraint's, the _RETURN rule its view's, an extension's member the extension's.
 */
public final class Claims {

    /** Rows that are parts of another object although pg_depend only says that they go away with it. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "pg_attrdef", Set.of("pg_class"),
            "pg_amop", Set.of("pg_opclass", "pg_opfamily"),
            "pg_amproc", Set.of("pg_opclass", "pg_opfamily"),
            "pg_publication_rel", Set.of("pg_publication"),
            "pg_publication_namespace", Set.of("pg_publication"));

    private final Dependencies dependencies;
    private final Map<Address, Draft> drafts = new HashMap<>();

    public Claims(Dependencies dependencies, List<Draft> drafts) {
        this.dependencies = dependencies;
        drafts.forEach(draft -> draft.covers().forEach(covered -> this.drafts.put(covered, draft)));
        drafts.forEach(draft -> this.drafts.put(draft.address(), draft));
    }

    /** The draft that stands for the address; null where nobody claims it. */
    public @Nullable Draft of(Address address) {
        Draft own = drafts.get(address);
        if (own != null) {
            return own;
        }
        for (Dependencies.Dependency dependency : dependencies.of(address)) {
            if (isPart(dependency)) {
                Draft whole = of(dependency.referenced());
                if (whole != null) {
                    return whole;
                }
            }
        }
        return null;
    }

    private static boolean isPart(Dependencies.Dependency dependency) {
        return switch (dependency.type()) {
            case 'i', 'e', 'P' -> true;
            case 'a' ->
                PARTS.getOrDefault(dependency.object().catalog(), Set.of())
                        .contains(dependency.referenced().catalog());
            default -> false;
        };
    }
}
