package dev.migrator.migration.internal.script;

import dev.migrator.migration.internal.script.SqlTokens.Kind;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into statements where psql would: at each semicolon outside of quotes, comments and parentheses, and outside of the body
 * of an SQL routine ({@code BEGIN ATOMIC … END}), whose end is told more exactly than psql does.
 *
 * <p>Reads no further than the statement it gives. Not safe for use by several threads.
 */
public final class StatementSplitter {

    private final ScriptReader script;
    private final StringBuilder text = new StringBuilder();
    private final SqlTokens tokens;
    private final Outline outline = new Outline();

    private int depth;
    private boolean inBody;
    private boolean begun;
    private int firstLine;
    private int end;
    private String previous = "";
    private final Set<Directive> directives = EnumSet.noneOf(Directive.class);
    private boolean anyStatement;
    private boolean rollbackBegun;
    private boolean inRollback;

    /**
     * Begins at the place where the reader is, in a script that psql could run.
     *
     * @param standardConformingStrings the session's setting, asked whenever a string begins
     */
    public StatementSplitter(ScriptReader script, BooleanSupplier standardConformingStrings) {
        this.script = script;
        this.tokens = new SqlTokens(script, standardConformingStrings, text, null);
    }

    /**
     * Begins at the place where the reader is, in a script that may hold an {@link Instruction} and placeholders.
     *
     * @param standardConformingStrings the session's setting, asked whenever a string begins
     */
    StatementSplitter(ScriptReader script, BooleanSupplier standardConformingStrings, Placeholders placeholders) {
        this.script = script;
        this.tokens = new SqlTokens(script, standardConformingStrings, text, placeholders);
    }

    /**
     * The next statement; null at the end of the script. The last one needs no semicolon.
     *
     * @throws ScriptFault where the script is cut off within quotes or a comment, or holds a command of psql
     */
    public @Nullable SqlStatement next() throws IOException {
        startAfresh();
        while (true) {
            tokens.skipTrivia();
            Instruction instruction = tokens.instruction();
            if (instruction != null) {
                if (follow(instruction)) {
                    return statement();
                }
                continue;
            }
            if (!begun) {
                text.setLength(0);
                firstLine = script.line();
            }
            int from = text.length();
            int line = script.line();
            Kind kind = tokens.next();
            if (kind == Kind.END) {
                return begun ? statement() : null;
            }
            if (kind == Kind.BACKSLASH) {
                PsqlCommand.pass(script, line, begun);
            } else if (kind != Kind.SEMICOLON || depth > 0 || inBody) {
                begun = true;
                end = text.length();
                note(kind, from);
            } else if (begun) {
                return statement();
            }
        }
    }

    /** Whether the statement that was given last stands behind the line {@code -- rollback}. */
    boolean isInRollback() {
        return inRollback;
    }

    /** What the script says of itself; complete once the first statement has been given. */
    Set<Directive> directives() {
        return directives;
    }

    /** Whether the statement that has begun ends here; the rollback needs no semicolon before it. */
    private boolean follow(Instruction instruction) {
        Directive directive = instruction.directive();
        if (directive != null) {
            if (anyStatement || begun) {
                throw new ScriptFault(
                        "an instruction to migrator stands behind a statement",
                        instruction.line(),
                        "Write it at the head of the file");
            }
            directives.add(directive);
            if (directive == Directive.PLACEHOLDERS_IN_QUOTES) {
                tokens.expandInQuotes();
            }
            return false;
        }
        if (depth > 0 || inBody) {
            return false;
        }
        if (rollbackBegun) {
            throw new ScriptFault(
                    "the line '-- rollback' stands in the file twice", instruction.line(), "Remove one of them");
        }
        rollbackBegun = true;
        inRollback = !begun;
        return begun;
    }

    /**
     * Leaves the line of the {@code COPY … FROM stdin} that was given last.
     *
     * @return the line on which the first row stands
     * @throws ScriptFault where something else than a comment stands behind it
     */
    int lineOfRows() throws IOException {
        return CopyRows.skipToFirst(script);
    }

    /**
     * Passes on the rows that follow a {@code COPY … FROM stdin}, up to the line that holds {@code \.} alone and without it.
     *
     * @throws ScriptFault where the script ends before that line does, so that it is likely to be cut off
     */
    void transferRows(Writer to) throws IOException {
        CopyRows.transfer(script, to);
    }

    private void startAfresh() {
        text.setLength(0);
        outline.clear();
        depth = 0;
        inBody = false;
        begun = false;
        previous = "";
        inRollback = rollbackBegun;
    }

    private SqlStatement statement() {
        anyStatement = true;
        return new SqlStatement(text.substring(0, end), firstLine, outline.toString());
    }

    private void note(Kind kind, int from) {
        String token =
                switch (kind) {
                    case WORD -> tokens.wordFrom(from);
                    case QUOTED_NAME -> "\"";
                    case OPEN -> "(";
                    case CLOSE -> ")";
                    case SEMICOLON -> ";";
                    default -> ".";
                };
        if (kind == Kind.CLOSE && depth > 0) {
            depth--;
        }
        if (depth == 0) {
            if (token.equals("ATOMIC") && previous.equals("BEGIN") && outline.makesRoutine()) {
                inBody = true;
            } else if (token.equals("END") && (previous.equals(";") || previous.equals("ATOMIC"))) {
                // No statement of a body begins with END, and every one of them ends with a semicolon.
                inBody = false;
            }
        }
        if ((depth == 0 && !inBody) || outline.startsWith("REINDEX")) {
            outline.add(token);
        }
        if (kind == Kind.OPEN) {
            depth++;
        }
        previous = token;
    }
}
