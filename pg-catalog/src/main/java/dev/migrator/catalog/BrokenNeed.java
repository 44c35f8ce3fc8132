package dev.migrator.catalog;

import java.util.Comparator;

/** An object that a {@link CatalogScope} keeps and that cannot be made without another, which the scope leaves out. */
public record BrokenNeed(ObjectId object, ObjectId needed) implements Comparable<BrokenNeed> {

    @Override
    public int compareTo(BrokenNeed other) {
        return Comparator.comparing(BrokenNeed::object)
                .thenComparing(BrokenNeed::needed)
                .compare(this, other);
    }

    /** Reads like {@code view app.totals needs table app.orders}. */
    @Override
    public String toString() {
        return object + " needs " + needed;
    }
}
