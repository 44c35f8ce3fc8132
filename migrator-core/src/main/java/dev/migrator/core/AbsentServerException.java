package dev.migrator.core;

import dev.migrator.core.settings.ResolvedSetting;
import dev.migrator.core.settings.SettingKey;
import dev.migrator.error.MigratorException;

/** Somebody asks this very run to log in as a {@code <server>} that settings.xml does not have. */
public final class AbsentServerException extends MigratorException {

    private static final long serialVersionUID = 1L;

    AbsentServerException(ResolvedSetting<String> named, SettingKey<String> password) {
        super(
                "settings.xml has no such <server>",
                named.value() + " (" + named.origin() + ")",
                "Add it with user and password, name another one, or set " + password.variable());
    }
}
