package dev.migrator.core.settings;

import dev.migrator.error.MigratorException;
import java.util.List;

/** All that is wrong with the configuration, in one message. */
public final class ConfigurationException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems at least one; each begins with its place: {@code profiles/migrator.yaml:3: …} */
    ConfigurationException(List<String> problems) {
        super(
                "configuration is not valid",
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems\n  " + String.join("\n  ", problems) + "\n",
                "migrator:config shows each setting and where it comes from");
        this.problems = List.copyOf(problems);
    }

    /** Each with its place. */
    public List<String> problems() {
        return problems;
    }
}
