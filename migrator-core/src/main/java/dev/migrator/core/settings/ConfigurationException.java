package dev.migrator.core.settings;

import dev.migrator.error.MigratorException;
import java.util.List;

/** All that is wrong with the configuration, in one message: one problem on one line, several on a line each. */
public final class ConfigurationException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final String PROBLEM = "configuration is not valid";

    private final transient List<String> problems;

    /** @param problems at least one; each begins with its place, and says what would be right: {@code profiles/migrator.yaml:3: …} */
    ConfigurationException(List<String> problems) {
        super(PROBLEM, String.join("; ", problems), "Write it there as told");
        this.problems = List.copyOf(problems);
    }

    /** Each with its place. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return problems.size() == 1
                ? PROBLEM + ": " + problems.get(0)
                : PROBLEM + ", " + problems.size() + " problems:\n  " + String.join("\n  ", problems);
    }
}
