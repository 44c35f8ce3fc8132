package dev.migrator.migration.internal.script;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment of a script that says how the script is meant.
 *
 * @param directive null for the line {@code -- rollback}
 * @param line on which it stands, counted from 1
 */
record Instruction(@Nullable Directive directive, int line) {

    private static final Pattern ROLLBACK = Pattern.compile("--\\s*rollback\\s*:?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIRECTIVE = Pattern.compile("--\\s*migrator:\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * What a comment says.
     *
     * @return null where it says something to people only
     * @throws ScriptFault where it is addressed to us and not understood
     */
    static @Nullable Instruction in(String comment, int line) {
        if (ROLLBACK.matcher(comment).matches()) {
            return new Instruction(null, line);
        }
        Matcher said = DIRECTIVE.matcher(comment);
        if (!said.matches()) {
            return null;
        }
        String word = said.group(1).toLowerCase(Locale.ROOT);
        for (Directive directive : Directive.values()) {
            if (directive.word().equals(word)) {
                return new Instruction(directive, line);
            }
        }
        throw new ScriptFault(
                "no such instruction is known: '" + said.group(1) + "'",
                line,
                "Use one of " + String.join(", ", words()));
    }

    /** Whether what follows says how to take back what stands before. */
    boolean beginsRollback() {
        return directive == null;
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (Directive directive : Directive.values()) {
            words.add(directive.word());
        }
        return words;
    }
}
