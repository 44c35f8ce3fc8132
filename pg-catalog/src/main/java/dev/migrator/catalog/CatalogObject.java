package dev.migrator.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object of a database.
 *
 * @param owner the role that owns it; null where PostgreSQL knows no owner of its own (constraint, trigger, cast …)
 * @param privileges every privilege that is in force, the built-in ones included, one a line, sorted:
 *     {@code SELECT(id) TO app_reader BY app_owner WITH GRANT OPTION}
 * @param comments the object's own first, then its columns' by name
 * @param tablespace null for that of the database
 * @param labels the object's own first, then its parts', each by provider; may be null for none, as in older manifests
 */
public record CatalogObject(
        ObjectId id,
        Definition definition,
        @Nullable String owner,
        List<String> privileges,
        List<Comment> comments,
        @Nullable String tablespace,
        @Nullable List<SecurityLabel> labels) {

    public CatalogObject {
        privileges = List.copyOf(privileges);
        comments = List.copyOf(comments);
        labels = labels == null ? List.of() : List.copyOf(labels);
    }

    /** Never null. */
    @Override
    public List<SecurityLabel> labels() {
        return labels == null ? List.of() : labels;
    }
}
