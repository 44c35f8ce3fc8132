package dev.migrator.core.settings;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.migration.Policies;
import dev.migrator.migration.Policy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done about problems: {@code {out-of-order: warn, gap: fail}}, on a command line {@code out-of-order=warn,gap=fail}. */
final class PoliciesType implements SettingType<Policies> {

    private static final ScalarType<Policy> POLICY = ScalarType.oneOf(Policy.class);

    private static final Map<String, Kind> PROBLEMS =
            Policies.CHOOSABLE.stream().collect(Collectors.toMap(ScalarType::word, kind -> kind));

    @Override
    public String expected() {
        return "problem: " + POLICY.expected();
    }

    @Override
    public Optional<Policies> read(Value value, Problems problems) {
        Map<Kind, Policy> chosen = new EnumMap<>(Kind.class);
        if (value instanceof Value.Tree tree) {
            for (Value.Entry entry : tree.entries()) {
                String policy = entry.value() instanceof Value.Text text ? text.text() : null;
                choose(chosen, entry.name(), policy, entry.origin(), problems);
            }
            return Optional.of(new Policies(chosen));
        }
        for (Value item : CommaList.items(value)) {
            String[] pair = item instanceof Value.Text text ? text.text().split("=", 2) : new String[0];
            if (pair.length == 2) {
                choose(chosen, pair[0].strip(), pair[1].strip(), item.origin(), problems);
            } else {
                problems.add(item.origin(), "expected " + expected() + ", or problem=policy on a command line");
            }
        }
        return Optional.of(new Policies(chosen));
    }

    private static void choose(
            Map<Kind, Policy> chosen, String problem, @Nullable String policy, Origin origin, Problems problems) {
        Kind kind = PROBLEMS.get(problem);
        Optional<Policy> known = POLICY.parse().apply(new Value.Text(String.valueOf(policy), origin));
        if (kind == null) {
            problems.add(
                    origin,
                    "'policies' knows no problem '" + problem + "'"
                            + NearestName.to(problem, PROBLEMS.keySet())
                                    .map(meant -> "; did you mean '" + meant + "'?")
                                    .orElseGet(() -> ", only " + words()));
        } else if (known.isEmpty()) {
            problems.add(
                    origin,
                    "expected " + POLICY.expected() + " as the policy for '" + problem + "'"
                            + (policy == null ? "" : ", not '" + policy + "'"));
        } else {
            chosen.put(kind, known.get());
        }
    }

    private static String words() {
        return PROBLEMS.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String shown(Policies meaning) {
        return meaning.chosen().entrySet().stream()
                .map(choice -> ScalarType.word(choice.getKey()) + ": " + ScalarType.word(choice.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
