package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of SQL text, cut by the rules of PostgreSQL's own scanner as far as they decide where a token ends.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class SqlTokens {

    /** What a token is, as far as a statement's end depends on it. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        SEMICOLON,
        OPEN,
        CLOSE,
        BACKSLASH,
        OTHER,
        END
    }

    private final ScriptReader script;
    private final BooleanSupplier standardConformingStrings;
    private final StringBuilder text;
    private final @Nullable Placeholders placeholders;

    /** Whether placeholders inside of quotes count as well. */
    private boolean expandsInQuotes;

    /** A string goes on in another pair of quotes when only white space with a line end stands between; so do its escapes. */
    private boolean escapesMayGoOn;

    private boolean passedLineEnd;

    /** The comment that {@link #skipTrivia} has stopped behind, as far as it is an instruction to us. */
    private @Nullable Instruction instruction;

    /**
     * @param standardConformingStrings the setting at the moment when a string begins; a script may change it
     * @param text what is read is appended here, with values in the place of placeholders
     * @param placeholders null for a script that has neither them nor instructions
     */
    SqlTokens(
            ScriptReader script,
            BooleanSupplier standardConformingStrings,
            StringBuilder text,
            @Nullable Placeholders placeholders) {
        this.script = script;
        this.standardConformingStrings = standardConformingStrings;
        this.placeholders = placeholders;
        this.text = text;
    }

    /** From here on placeholders count inside of quotes as well. */
    void expandInQuotes() {
        expandsInQuotes = true;
    }

    /** The instruction that {@link #skipTrivia} has stopped behind; null where it came to a token. */
    @Nullable
    Instruction instruction() {
        return instruction;
    }

    /** Reads white space and comments up to the next token, or to the end of a comment that is an instruction. */
    void skipTrivia() throws IOException {
        passedLineEnd = false;
        instruction = null;
        while (true) {
            int c = script.peek(0);
            if (Characters.isSpace(c)) {
                passedLineEnd |= Characters.isLineEnd(c);
                take();
            } else if (c == '-' && script.peek(1) == '-') {
                lineComment();
                if (instruction != null) {
                    return;
                }
            } else if (c == '/' && script.peek(1) == '*') {
                blockComment();
                escapesMayGoOn = false;
            } else {
                return;
            }
        }
    }

    /** Reads the token that comes next; {@link #skipTrivia} has been called. */
    Kind next() throws IOException {
        boolean goesOn = escapesMayGoOn && passedLineEnd;
        escapesMayGoOn = false;
        expand(UnaryOperator.identity());
        int c = script.peek(0);
        return switch (c) {
            case ScriptReader.END -> Kind.END;
            case '\'' -> string(goesOn || !standardConformingStrings.getAsBoolean());
            case '"' -> quotedName();
            case '$' -> dollar();
            case ';' -> single(Kind.SEMICOLON);
            case '(' -> single(Kind.OPEN);
            case ')' -> single(Kind.CLOSE);
            case '\\' -> single(Kind.BACKSLASH);
            default ->
                Characters.isWordStart(c) ? wordOrPrefix(c) : Characters.isDigit(c) ? number() : single(Kind.OTHER);
        };
    }

    private Kind single(Kind kind) throws IOException {
        take();
        return kind;
    }

    /** A word, or the letter that says how the string behind it is read; other prefixes (N, U&) change nothing about its end. */
    private Kind wordOrPrefix(int c) throws IOException {
        boolean prefix = script.peek(1) == '\'' && "eEbBxX".indexOf(c) >= 0;
        if (prefix) {
            take();
            return string(c == 'e' || c == 'E');
        }
        do {
            while (Characters.isWordPart(script.peek(0)) && !(placeholders != null && placeholders.isNext(script))) {
                take();
            }
        } while (expand(UnaryOperator.identity()));
        return Kind.WORD;
    }

    private Kind string(boolean escapes) throws IOException {
        int line = script.line();
        take();
        while (true) {
            expandInside(value -> (escapes ? value.replace("\\", "\\\\") : value).replace("'", "''"));
            int c = takeInside("string", line);
            if (c == '\\' && escapes) {
                takeInside("string", line);
            } else if (c == '\'') {
                if (script.peek(0) != '\'') {
                    escapesMayGoOn = escapes;
                    return Kind.OTHER;
                }
                take();
            }
        }
    }

    private Kind quotedName() throws IOException {
        int line = script.line();
        take();
        while (true) {
            expandInside(value -> value.replace("\"", "\"\""));
            if (takeInside("quoted name", line) == '"') {
                if (script.peek(0) != '"') {
                    return Kind.QUOTED_NAME;
                }
                take();
            }
        }
    }

    /** A dollar-quoted string, a parameter, or a dollar sign that the server will not like. */
    private Kind dollar() throws IOException {
        int line = script.line();
        int from = text.length();
        take();
        if (!Characters.isDigit(script.peek(0))) {
            while (Characters.isWordPart(script.peek(0)) && script.peek(0) != '$') {
                take();
            }
            if (script.peek(0) == '$') {
                take();
                dollarBody(text.substring(from), line);
            }
        }
        return Kind.OTHER;
    }

    private void dollarBody(String delimiter, int line) throws IOException {
        int body = text.length();
        while (true) {
            expandInside(UnaryOperator.identity());
            if (takeInside("string that " + delimiter + " opens", line) == '$') {
                int end = text.length() - delimiter.length();
                if (end >= body && text.indexOf(delimiter, end) == end) {
                    return;
                }
            }
        }
    }

    /** The point belongs to the number, so that what follows it is no attribute. */
    private Kind number() throws IOException {
        while (Characters.isDigit(script.peek(0)) || script.peek(0) == '.') {
            take();
        }
        return Kind.OTHER;
    }

    private void lineComment() throws IOException {
        int from = text.length();
        int line = script.line();
        while (script.peek(0) != ScriptReader.END && !Characters.isLineEnd(script.peek(0))) {
            take();
        }
        instruction = placeholders == null ? null : Instruction.in(text.substring(from), line);
    }

    private void blockComment() throws IOException {
        int line = script.line();
        int depth = 0;
        do {
            int c = takeInside("comment", line);
            if (c == '/' && script.peek(0) == '*') {
                take();
                depth++;
            } else if (c == '*' && script.peek(0) == '/') {
                take();
                depth--;
            }
        } while (depth > 0);
    }

    private void expandInside(UnaryOperator<String> quoting) throws IOException {
        if (expandsInQuotes) {
            expand(quoting);
        }
    }

    private boolean expand(UnaryOperator<String> quoting) throws IOException {
        return placeholders != null && placeholders.expand(script, quoting);
    }

    private int takeInside(String what, int line) throws IOException {
        int c = take();
        if (c == ScriptReader.END) {
            throw new ScriptFault("a " + what + " is not closed", line, "Close it, or check that the file is complete");
        }
        return c;
    }

    private int take() throws IOException {
        int c = script.read();
        if (c != ScriptReader.END) {
            text.append((char) c);
        }
        return c;
    }

    /** The text from an offset on, in upper case as PostgreSQL would fold a keyword: ASCII only. */
    String wordFrom(int offset) {
        return text.substring(offset).toUpperCase(Locale.ROOT);
    }
}
