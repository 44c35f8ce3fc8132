package dev.migrator.core.settings;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values by name: {@code {schema: app}}, on a command line {@code schema=app} with commas between them. */
final class PlaceholdersType implements SettingType<Map<String, String>> {

    @Override
    public String expected() {
        return "name: value";
    }

    @Override
    public Optional<Map<String, String>> read(Value value, Problems problems) {
        SortedMap<String, String> values = new TreeMap<>();
        if (value instanceof Value.Tree tree) {
            for (Value.Entry entry : tree.entries()) {
                ScalarType.TEXT.read(entry.value(), problems).ifPresent(text -> values.put(entry.name(), text));
            }
            return Optional.of(values);
        }
        for (Value item : CommaList.items(value)) {
            String[] pair = item instanceof Value.Text text ? text.text().split("=", 2) : new String[0];
            if (pair.length == 2) {
                values.put(pair[0].strip(), pair[1]);
            } else {
                problems.add(item.origin(), "expected " + expected() + ", or name=value on a command line");
            }
        }
        return Optional.of(values);
    }
}
