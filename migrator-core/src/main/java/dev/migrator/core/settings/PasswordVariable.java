package dev.migrator.core.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code PGPASSWORD}, which libpq's programs know and the JDBC driver does not. */
final class PasswordVariable implements Layer {

    private static final String NAME = "PGPASSWORD";

    private static final Set<SettingKey<?>> PASSWORDS = Set.of(
            SettingKeys.SOURCE_PASSWORD, SettingKeys.TARGET_PASSWORD, DiffKeys.FROM_PASSWORD, DiffKeys.TO_PASSWORD);

    private final Map<String, String> environment;
    private final Path folder;

    PasswordVariable(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    @Override
    public Optional<Value> value(SettingKey<?> key) {
        return Optional.ofNullable(PASSWORDS.contains(key) ? environment.get(NAME) : null)
                .filter(text -> !text.isEmpty())
                .map(text -> new Value.Text(text, Origin.variable(NAME, folder)));
    }
}
