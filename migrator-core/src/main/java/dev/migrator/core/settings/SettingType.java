package dev.migrator.core.settings;

import java.util.Optional;

/**
 * What may be written for a setting and what it means.
 *
 * @param <T> the meaning
 */
interface SettingType<T> {

    /** What to write, for messages and for the documentation: {@code a whole number from 1 to 64}. */
    String expected();

    /** The meaning; empty where it makes no sense, and then the problem has been added. */
    Optional<T> read(Value value, Problems problems);

    /** The meaning as {@code migrator:config} shows it, without secrets. */
    default String shown(T meaning) {
        return String.valueOf(meaning);
    }
}
