package dev.migrator.core.settings;

import dev.migrator.catalog.ObjectPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects of a catalog: {@code [schema:audit, table:app.log_*]}, on a command line with commas between them. */
final class PatternsType implements SettingType<List<ObjectPattern>> {

    @Override
    public String expected() {
        return "a list of " + ObjectPattern.FORMS;
    }

    @Override
    public Optional<List<ObjectPattern>> read(Value value, Problems problems) {
        List<ObjectPattern> patterns = new ArrayList<>();
        for (Value item : CommaList.items(value)) {
            Optional<ObjectPattern> pattern =
                    item instanceof Value.Text text ? ObjectPattern.parse(text.text()) : Optional.empty();
            pattern.ifPresentOrElse(
                    patterns::add, () -> problems.add(item.origin(), "expected " + ObjectPattern.FORMS));
        }
        return Optional.of(List.copyOf(patterns));
    }

    @Override
    public String shown(List<ObjectPattern> meaning) {
        return meaning.stream().map(ObjectPattern::text).collect(Collectors.joining(", "));
    }
}
