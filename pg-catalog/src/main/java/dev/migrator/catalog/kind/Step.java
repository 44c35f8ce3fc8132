package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import java.util.List;

/**
 * One statement of an object's definition.
 *
 * @param sql without a closing semicolon
 * @param roles that it names
 */
public record Step(Stage stage, Definition sql, List<String> roles) {

    public Step {
        roles = List.copyOf(roles);
    }

    public static Step at(Stage stage, String structure) {
        return at(stage, Definition.structure(structure));
    }

    public static Step at(Stage stage, Definition sql) {
        return new Step(stage, sql, List.of());
    }
}
