package dev.migrator.core.settings;

import dev.migrator.profile.capture.MaskedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions by table and column: {@code {customers: {email: "md5(email) || '@example.com'"}}}. */
final class MaskType implements SettingType<List<MaskedColumn>> {

    @Override
    public String expected() {
        return "table: {column: SQL expression}";
    }

    @Override
    public Optional<List<MaskedColumn>> read(Value value, Problems problems) {
        if (!(value instanceof Value.Tree tables)) {
            problems.add(value.origin(), "expected " + expected());
            return Optional.empty();
        }
        List<MaskedColumn> masks = new ArrayList<>();
        for (Value.Entry entry : tables.entries()) {
            Optional<List<String>> table = QualifiedName.table(entry.name());
            if (table.isEmpty() || !(entry.value() instanceof Value.Tree columns)) {
                problems.add(entry.origin(), "expected [schema.]table: {column: SQL expression}");
                continue;
            }
            for (Value.Entry column : columns.entries()) {
                ScalarType.TEXT
                        .read(column.value(), problems)
                        .ifPresent(expression -> masks.add(
                                new MaskedColumn(table.get().get(0), table.get().get(1), column.name(), expression)));
            }
        }
        return Optional.of(List.copyOf(masks));
    }

    @Override
    public String shown(List<MaskedColumn> masks) {
        return masks.size() + " columns: "
                + String.join(
                        ", ", masks.stream().map(mask -> mask.name().toString()).toList());
    }
}
