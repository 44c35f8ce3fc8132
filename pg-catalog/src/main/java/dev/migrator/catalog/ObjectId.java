package dev.migrator.catalog;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The name by which an object is the same object in two databases: never an OID, never quoted.
 *
 * @param schema the schema it lies in; null for what lies in none (extension, cast, event trigger …)
 * @param on the relation or domain, in the same schema, that a constraint, default, attachment, rule, trigger or policy belongs to; for
 *     an operator class or family its access method; null for the rest
 * @param name its name; a routine's holds the types of its arguments: {@code f(integer, text)}
 */
public record ObjectId(
        ObjectKind kind, @Nullable String schema, @Nullable String on, String name) implements Comparable<ObjectId> {

    private static final Comparator<String> ABSENT_FIRST = Comparator.naturalOrder();

    private static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::kind)
            .thenComparing(id -> orEmpty(id.schema), ABSENT_FIRST)
            .thenComparing(id -> orEmpty(id.on), ABSENT_FIRST)
            .thenComparing(ObjectId::name);

    /** Of an object that belongs to no other: {@code table app.orders}. */
    public static ObjectId of(ObjectKind kind, @Nullable String schema, String name) {
        return new ObjectId(kind, schema, null, name);
    }

    /** The relation that the object is or is a part of, all relations under the name of a table; any other object is its own. */
    ObjectId subject() {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, PARTITION_ATTACHMENT ->
                of(ObjectKind.TABLE, schema, name);
            case CONSTRAINT, COLUMN_DEFAULT, INDEX, INDEX_ATTACHMENT, FOREIGN_KEY, TRIGGER, RULE, POLICY ->
                on == null ? this : of(ObjectKind.TABLE, schema, on);
            default -> this;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** Reads like {@code trigger app.part.tr}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.words()).append(' ');
        if (schema != null) {
            text.append(schema).append('.');
        }
        if (on != null) {
            text.append(on).append('.');
        }
        return text.append(name).toString();
    }
}
