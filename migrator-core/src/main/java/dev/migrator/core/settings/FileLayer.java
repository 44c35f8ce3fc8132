package dev.migrator.core.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code migrator.yaml} or {@code profile.yaml} says: its trees are walked along the dots of the settings' names. */
final class FileLayer implements Layer {

    private final Place place;
    private final Problems problems;
    private final Map<String, Value> values = new HashMap<>();

    /** Adds a problem for each name that is no setting, or no setting that may stand in this file. */
    FileLayer(Place place, Value.Tree content, Problems problems) {
        this.place = place;
        this.problems = problems;
        walk("", content);
    }

    @Override
    public Optional<Value> value(SettingKey<?> key) {
        return Optional.ofNullable(values.get(key.fileName()));
    }

    private void walk(String prefix, Value.Tree tree) {
        for (Value.Entry entry : tree.entries()) {
            String name = prefix + entry.name();
            Optional<SettingKey<?>> key = SettingKeys.all().stream()
                    .filter(known -> known.fileName().equals(name))
                    .findFirst();
            if (key.isPresent() && key.get().allowedIn(place)) {
                values.put(name, entry.value());
            } else if (key.isPresent()) {
                problems.add(entry.origin(), Misplaced.words(key.get()));
            } else if (isGroup(name) && entry.value() instanceof Value.Tree group) {
                walk(name + ".", group);
            } else {
                problems.add(entry.origin(), isGroup(name) ? "expected " + fields(name) : unknown(name));
            }
        }
    }

    private static boolean isGroup(String name) {
        return SettingKeys.all().stream().anyMatch(key -> key.fileName().startsWith(name + "."));
    }

    private String fields(String group) {
        return "{"
                + String.join(
                        ", ",
                        namesBelow(group + ".").stream()
                                .map(name -> name + ": …")
                                .toList()) + "}";
    }

    private String unknown(String name) {
        int dot = name.lastIndexOf('.') + 1;
        return "unknown key '" + name + "'"
                + NearestName.question(name.substring(dot), namesBelow(name.substring(0, dot)));
    }

    /** The names that could stand in a tree of this file. */
    private List<String> namesBelow(String prefix) {
        return SettingKeys.all().stream()
                .filter(key -> key.allowedIn(place))
                .map(SettingKey::fileName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).replaceFirst("\\..*", ""))
                .distinct()
                .toList();
    }
}
