package dev.migrator.core.settings;

import dev.migrator.profile.capture.ColumnName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns to upload as they are: {@code [customers.id, sales.orders.total]}. */
final class KeepType implements SettingType<List<ColumnName>> {

    @Override
    public String expected() {
        return "a list of [schema.]table.column";
    }

    @Override
    public Optional<List<ColumnName>> read(Value value, Problems problems) {
        if (!(value instanceof Value.Items list)) {
            problems.add(value.origin(), "expected " + expected());
            return Optional.empty();
        }
        List<ColumnName> columns = new ArrayList<>();
        for (Value item : list.items()) {
            Optional<ColumnName> column = item instanceof Value.Text text
                    ? QualifiedName.parts(text.text()).flatMap(KeepType::column)
                    : Optional.empty();
            column.ifPresentOrElse(columns::add, () -> problems.add(item.origin(), "expected [schema.]table.column"));
        }
        return Optional.of(List.copyOf(columns));
    }

    private static Optional<ColumnName> column(List<String> parts) {
        return switch (parts.size()) {
            case 2 -> Optional.of(new ColumnName("public", parts.get(0), parts.get(1)));
            case 3 -> Optional.of(new ColumnName(parts.get(0), parts.get(1), parts.get(2)));
            default -> Optional.empty();
        };
    }
}
