package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.util.List;

/**
 * A function of scalars that may be used in any expression.
 *
 * @param schema and name as they are in the catalog
 */
record Routine(String schema, String name, List<Type> arguments, Type result) {

    /** A call of it with these arguments. */
    String call(String... arguments) {
        return SqlText.name(schema, name) + "(" + String.join(", ", arguments) + ")";
    }

    /** How ALTER, GRANT and COMMENT name it. */
    String signature() {
        return SqlText.name(schema, name)
                + arguments.stream().map(Type::sql).collect(java.util.stream.Collectors.joining(", ", "(", ")"));
    }
}
