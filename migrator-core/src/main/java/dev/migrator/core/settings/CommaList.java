package dev.migrator.core.settings;

import java.util.Arrays;
import java.util.List;

/** A list as a file writes it, or as one text with commas, which is all that a command line can hold. */
final class CommaList {

    private CommaList() {}

    static List<Value> items(Value value) {
        if (value instanceof Value.Items list) {
            return list.items();
        }
        return value instanceof Value.Text text
                ? Arrays.stream(text.text().split(","))
                        .<Value>map(part -> new Value.Text(part.strip(), text.origin()))
                        .toList()
                : List.of(value);
    }
}
