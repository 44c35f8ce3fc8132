package dev.migrator.postgres;

/**
 * The only door by which a name or a literal gets into SQL text. Names are always quoted, so that no list of reserved words has to be
 * kept; what must read as a person would write it uses the server's own {@code quote_ident}.
 */
public final class SqlText {

    private SqlText() {}

    /** An identifier, quoted: {@code we"ird} gives {@code "we""ird"}. */
    public static String name(String identifier) {
        if (identifier.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an identifier cannot hold a NUL character");
        }
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A qualified name: {@code "schema"."name"}. */
    public static String name(String schema, String identifier) {
        return name(schema) + '.' + name(identifier);
    }

    /** A string literal that reads the same whatever {@code standard_conforming_strings} is. */
    public static String literal(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text of PostgreSQL cannot hold a NUL character");
        }
        String quoted = value.replace("'", "''");
        return value.indexOf('\\') < 0 ? "'" + quoted + "'" : "E'" + quoted.replace("\\", "\\\\") + "'";
    }
}
