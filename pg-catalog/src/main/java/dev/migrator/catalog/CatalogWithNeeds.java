package dev.migrator.catalog;

import java.util.stream.Collectors;

/** A catalog with what its objects need of one another, which a catalog that is stored does not say. */
public record CatalogWithNeeds(Catalog catalog, Needs needs) {

    /** Of a stored catalog: only what the names of objects tell. */
    public static CatalogWithNeeds byNames(Catalog catalog) {
        return new CatalogWithNeeds(
                catalog,
                Needs.byNames(catalog.objects().stream().map(CatalogObject::id).collect(Collectors.toSet())));
    }
}
