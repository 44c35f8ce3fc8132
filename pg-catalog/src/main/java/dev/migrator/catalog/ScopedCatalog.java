package dev.migrator.catalog;

import java.util.List;

/**
 * What a scope leaves of a catalog.
 *
 * @param catalog its plan runs where nothing is broken
 * @param broken what is kept and needs what is not, sorted; to be told before anything is written
 */
public record ScopedCatalog(Catalog catalog, List<BrokenNeed> broken) {

    public ScopedCatalog {
        broken = List.copyOf(broken);
    }
}
