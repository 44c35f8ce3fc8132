package dev.migrator.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions by table and column: {@code {customers: {email: "md5(email) || '@example.com'"}}}. */
final class MaskType implements SettingType<List<MaskExpression>> {

    @Override
    public String expected() {
        return "table: {column: SQL expression}";
    }

    @Override
    public Optional<List<MaskExpression>> read(Value value, Problems problems) {
        if (!(value instanceof Value.Tree tables)) {
            problems.add(value.origin(), "expected " + expected());
            return Optional.empty();
        }
        List<MaskExpression> expressions = new ArrayList<>();
        for (Value.Entry entry : tables.entries()) {
            Optional<List<String>> table = QualifiedName.table(entry.name());
            if (table.isEmpty() || !(entry.value() instanceof Value.Tree columns)) {
                problems.add(entry.origin(), "expected [schema.]table: {column: SQL expression}");
                continue;
            }
            for (Value.Entry column : columns.entries()) {
                ColumnName name = new ColumnName(table.get().get(0), table.get().get(1), column.name());
                ScalarType.TEXT
                        .read(column.value(), problems)
                        .ifPresent(expression -> expressions.add(new MaskExpression(name, expression)));
            }
        }
        return Optional.of(List.copyOf(expressions));
    }

    @Override
    public String shown(List<MaskExpression> expressions) {
        return expressions.size() + " columns: "
                + String.join(
                        ", ",
                        expressions.stream().map(e -> e.column().toString()).toList());
    }
}
