package dev.migrator.core;

import dev.migrator.catalog.CatalogWithNeeds;

/**
 * A schema to compare.
 *
 * @param name for people: {@code database app at db.example:5432}, {@code snapshot 1f0c6a7d2b3e of customer1}
 */
record NamedSchema(String name, CatalogWithNeeds content) {

    int major() {
        return content.catalog().server().major();
    }
}
