package dev.migrator.migration.internal.script;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a statement, as far as they say what it does. */
final class Outline {

    /** Enough for every clause that a rule looks at; a COPY may name a thousand columns before it says where the rows are. */
    private static final int LIMIT = 64;

    private final List<String> tokens = new ArrayList<>();

    void add(String token) {
        if (tokens.size() < LIMIT || startsWith("COPY")) {
            tokens.add(token);
        }
    }

    void clear() {
        tokens.clear();
    }

    boolean startsWith(String word) {
        return !tokens.isEmpty() && tokens.get(0).equals(word);
    }

    /** Whether the statement makes a routine, which may have a body of several statements. */
    boolean makesRoutine() {
        int object =
                tokens.size() > 2 && tokens.get(1).equals("OR") && tokens.get(2).equals("REPLACE") ? 3 : 1;
        return startsWith("CREATE")
                && tokens.size() > object
                && (tokens.get(object).equals("FUNCTION") || tokens.get(object).equals("PROCEDURE"));
    }

    @Override
    public String toString() {
        return String.join(" ", tokens);
    }
}
