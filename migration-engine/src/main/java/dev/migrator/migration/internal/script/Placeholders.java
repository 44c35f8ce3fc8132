package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What stands in a script for a value that is known only where it runs: {@code ${schema}}. Immutable. */
public final class Placeholders {

    private final Map<String, String> values;

    /** @param values by name; a script that names another is at fault */
    public Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Whether the next characters are a placeholder; a value is not searched for placeholders in turn. */
    boolean isNext(ScriptReader script) throws IOException {
        return script.peek(0) == '$' && script.peek(1) == '{' && !script.isInserted();
    }

    /**
     * Puts the value in the place of the placeholder, if the next characters are one.
     *
     * @param quoting how the value is written where it is going to stand
     * @return whether they were
     * @throws ScriptFault where nothing is known of that name
     */
    boolean expand(ScriptReader script, UnaryOperator<String> quoting) throws IOException {
        if (!isNext(script)) {
            return false;
        }
        int line = script.line();
        String name = name(script, line);
        String value = values.get(name);
        if (value == null) {
            throw new ScriptFault(
                    "no value is known for the placeholder ${" + name + "}",
                    line,
                    "Set placeholders: {" + name + ": …} in migrator.yaml or profile.yaml"
                            + (values.isEmpty()
                                    ? ""
                                    : ", or use one of " + String.join(", ", new TreeSet<>(values.keySet()))));
        }
        script.insert(quoting.apply(value));
        return true;
    }

    private static String name(ScriptReader script, int line) throws IOException {
        script.read();
        script.read();
        StringBuilder name = new StringBuilder();
        while (script.peek(0) > ' ' && script.peek(0) != '}') {
            name.append((char) script.read());
        }
        if (script.peek(0) != '}') {
            throw new ScriptFault(
                    "the placeholder ${" + name + " is not closed", line, "Close it with } behind its name");
        }
        script.read();
        return name.toString();
    }
}
