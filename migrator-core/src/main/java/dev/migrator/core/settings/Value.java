package dev.migrator.core.settings;

import java.util.List;

/** What is written in some place, before a {@link SettingType} makes sense of it. */
sealed interface Value {

    Origin origin();

    /** One word or line. */
    record Text(String text, Origin origin) implements Value {}

    /** A list. */
    record Items(List<Value> items, Origin origin) implements Value {}

    /** Names with values, in the order written; no name occurs twice. */
    record Tree(List<Entry> entries, Origin origin) implements Value {}

    /** A name in a tree and what stands under it; {@code origin} is the line of the name. */
    record Entry(String name, Value value, Origin origin) {}
}
