package dev.migrator.core.settings;

/**
 * A setting with the value that won.
 *
 * @param shown the value without secrets
 */
public record ResolvedSetting<T>(SettingKey<T> key, T value, String shown, Origin origin) {}
