package dev.migrator.core;

import dev.migrator.core.settings.SettingKey;
import dev.migrator.core.settings.SettingKeys;

/** The settings that say where one database is and how to log in there. */
record DatabaseKeys(
        SettingKey<String> url, SettingKey<String> user, SettingKey<String> password, SettingKey<String> server) {

    /** What upload reads. */
    static final DatabaseKeys SOURCE = new DatabaseKeys(
            SettingKeys.SOURCE_URL, SettingKeys.SOURCE_USER, SettingKeys.SOURCE_PASSWORD, SettingKeys.SOURCE_SERVER);

    /** What restore and migrate write. */
    static final DatabaseKeys TARGET = new DatabaseKeys(
            SettingKeys.TARGET_URL, SettingKeys.TARGET_USER, SettingKeys.TARGET_PASSWORD, SettingKeys.TARGET_SERVER);
}
