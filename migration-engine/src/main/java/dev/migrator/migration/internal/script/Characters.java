package dev.migrator.migration.internal.script;

/** What a character is to PostgreSQL's scanner; {@link ScriptReader#END} is none of it. */
final class Characters {

    private Characters() {}

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isLineEnd(c) || c == '\f' || c == 0x0B;
    }

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    static boolean isWordPart(int c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
