package dev.migrator.core.settings;

import java.util.Optional;

/** All that one place says; layers lie upon one another, and the uppermost that says something wins. */
interface Layer {

    Optional<Value> value(SettingKey<?> key);
}
