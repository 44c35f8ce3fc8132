package dev.migrator.catalog;

import java.util.List;

/**
 * One SQL statement that makes a part of an object, runnable with {@code search_path = ''} and {@code check_function_bodies = off}.
 *
 * @param sql without a closing semicolon
 * @param roles the roles that it names and that must exist, sorted
 */
public record Statement(ObjectId object, Phase phase, Aspect aspect, String sql, List<String> roles) {

    public Statement {
        roles = List.copyOf(roles);
    }

    /** The same part of the same object, made in other words. */
    public Statement withSql(String other) {
        return new Statement(object, phase, aspect, other, roles);
    }
}
