package dev.migrator.core.settings;

import dev.migrator.catalog.Aspect;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a database can do without: {@code [owners, privileges, labels, tablespaces]}, on a command line with commas between them. */
final class AspectsType implements SettingType<Set<Aspect>> {

    private static final Map<String, Aspect> WORDS = new TreeMap<>(Map.of(
            "owners",
            Aspect.OWNER,
            "privileges",
            Aspect.PRIVILEGES,
            "labels",
            Aspect.LABEL,
            "tablespaces",
            Aspect.TABLESPACE));

    @Override
    public String expected() {
        return "a list of owners, privileges, labels, tablespaces";
    }

    @Override
    public Optional<Set<Aspect>> read(Value value, Problems problems) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        for (Value item : CommaList.items(value)) {
            Aspect aspect = item instanceof Value.Text text ? WORDS.get(text.text()) : null;
            if (aspect == null) {
                problems.add(item.origin(), "expected " + expected());
            } else {
                aspects.add(aspect);
            }
        }
        return Optional.of(Set.copyOf(aspects));
    }

    @Override
    public String shown(Set<Aspect> meaning) {
        return WORDS.entrySet().stream()
                .filter(word -> meaning.contains(word.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
