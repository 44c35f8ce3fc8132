package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a statement while they are read from the front, comments left out. Used by one thread. */
final class StatementWords {

    private final List<String> tokens;
    private int position;

    private StatementWords(List<String> tokens) {
        this.tokens = tokens;
    }

    static StatementWords of(SqlStatement statement) {
        StringBuilder text = new StringBuilder();
        List<String> tokens = new ArrayList<>();
        try {
            SqlTokens reading =
                    new SqlTokens(ScriptReader.of(new StringReader(statement.text())), () -> true, text, null);
            reading.skipTrivia();
            text.setLength(0);
            while (reading.next() != SqlTokens.Kind.END) {
                tokens.add(text.toString());
                reading.skipTrivia();
                text.setLength(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StatementWords(tokens);
    }

    /** Passes over these words if they are the next ones; one that ends in a question mark need not be there. */
    boolean skip(String... words) {
        int at = position;
        for (String word : words) {
            boolean optional = word.endsWith("?");
            String wanted = optional ? word.substring(0, word.length() - 1) : word;
            if (at < tokens.size() && tokens.get(at).toUpperCase(Locale.ROOT).equals(wanted)) {
                at++;
            } else if (!optional) {
                return false;
            }
        }
        position = at;
        return true;
    }

    /** The name that comes next, as it stands there: with its schema, quoted or not. */
    String name() {
        StringBuilder name = new StringBuilder(take());
        while (position < tokens.size() && tokens.get(position).equals(".")) {
            name.append(take()).append(take());
        }
        return name.toString();
    }

    private String take() {
        return position < tokens.size() ? tokens.get(position++) : "";
    }
}
