package dev.migrator.core.settings;

import java.util.List;

/** The settings that say who replays; they stand in the list of {@link SettingKeys} too. */
public final class ReplayKeys {

    public static final SettingKey<ReplayWith> REPLAY = new SettingKey<>(
            "replay",
            ScalarType.oneOf(ReplayWith.class),
            null,
            Place.ANYWHERE,
            "Whose migrations restore and migrate apply; found from the project where nothing is said");
    public static final SettingKey<String> REPLAY_COMMAND = new SettingKey<>(
            "replayCommand",
            ScalarType.TEXT,
            null,
            Place.ANYWHERE,
            "The command line that migrates the database that its environment names, as ./gradlew update");

    static final List<SettingKey<?>> ALL = List.of(REPLAY, REPLAY_COMMAND);

    private ReplayKeys() {}
}
