package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a whole script without running it, so that what can be told from its text is told before anything has happened. */
public final class ScriptCheck {

    private static final Pattern NEW_ENUM_VALUE =
            Pattern.compile("(?is)ALTER\\s+TYPE\\b.*\\bADD\\s+VALUE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?('(?:[^']|'')*').*");

    private long statements;
    private boolean outside;
    private final Set<String> newEnumValues = new HashSet<>();

    private ScriptCheck() {}

    /**
     * What there is to know of a script.
     *
     * @param statements how many it holds
     * @param directives what it says of itself
     * @param inOneTransaction whether it can be run in one, and does not ask for anything else
     */
    public record Summary(long statements, Set<Directive> directives, boolean inOneTransaction) {

        public Summary {
            directives = Set.copyOf(directives);
        }
    }

    /**
     * Reads it, checking each statement.
     *
     * @param standardConformingStrings the setting with which the script will start
     * @throws ScriptFault where the script cannot be read to its end, or holds a statement that breaks the rules
     */
    public static Summary of(Script script, StatementRules rules, boolean standardConformingStrings)
            throws IOException {
        try (ScriptStatements statements = ScriptStatements.open(script, () -> standardConformingStrings)) {
            ScriptCheck check = new ScriptCheck();
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                rules.check(next);
                check.add(next);
                statements.skipRows(next);
            }
            Set<Directive> directives = EnumSet.noneOf(Directive.class);
            directives.addAll(statements.directives());
            return new Summary(
                    check.statements, directives, !check.outside && !directives.contains(Directive.NO_TRANSACTION));
        } catch (CharacterCodingException e) {
            throw Utf8Text.fault(script.file());
        }
    }

    /** A value that is added to an enum can be used only once it is committed. */
    private void add(SqlStatement statement) {
        statements++;
        outside |= statement.runsOutsideTransactions() || newEnumValues.stream().anyMatch(statement.text()::contains);
        if (statement.outline().startsWith("ALTER TYPE")) {
            Matcher added = NEW_ENUM_VALUE.matcher(statement.text());
            if (added.matches()) {
                newEnumValues.add(added.group(1));
            }
        }
    }
}
