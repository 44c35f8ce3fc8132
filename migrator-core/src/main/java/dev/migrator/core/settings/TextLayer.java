package dev.migrator.core.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings that some place gives as names with texts: the command line, the environment, the POM. */
final class TextLayer implements Layer {

    /** What projects call the version of this plugin; no mistyped {@code toVersion}. */
    private static final String PLUGIN_VERSION = "migrator.version";

    private final Map<String, String> texts;
    private final Function<SettingKey<?>, List<String>> names;
    private final Function<String, Origin> origin;

    private TextLayer(
            Map<String, String> texts, Function<SettingKey<?>, List<String>> names, Function<String, Origin> origin) {
        this.texts = Map.copyOf(texts);
        this.names = names;
        this.origin = origin;
    }

    /** @param properties as {@code -D} gave them; what does not begin like ours is ignored */
    static Layer commandLine(Map<String, String> properties, Path folder, Problems problems) {
        TextLayer layer = new TextLayer(properties, SettingKey::properties, name -> Origin.option(name, folder));
        layer.check(Place.COMMAND_LINE, "migrator.", problems);
        return layer;
    }

    /** @param variables of the whole environment */
    static Layer environment(Map<String, String> variables, Path folder, Problems problems) {
        TextLayer layer =
                new TextLayer(variables, key -> List.of(key.variable()), name -> Origin.variable(name, folder));
        layer.check(Place.ENVIRONMENT, "MIGRATOR_", problems);
        return layer;
    }

    /** @param parameters by the settings' names */
    static Layer pom(Map<String, String> parameters, Path folder) {
        return new TextLayer(parameters, key -> List.of(key.name()), name -> new Origin("POM", folder));
    }

    @Override
    public Optional<Value> value(SettingKey<?> key) {
        return names.apply(key).stream()
                .filter(name -> !texts.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> new Value.Text(texts.getOrDefault(name, ""), origin.apply(name)));
    }

    /** What begins like a setting and is almost one was meant to be one; what is far from all is somebody else's. */
    private void check(Place place, String prefix, Problems problems) {
        for (SettingKey<?> key : SettingKeys.all()) {
            for (String name : names.apply(key)) {
                if (texts.containsKey(name) && !key.allowedIn(place)) {
                    problems.add(origin.apply(name), Misplaced.words(key));
                }
            }
        }
        List<String> known = SettingKeys.all().stream()
                .flatMap(key -> names.apply(key).stream())
                .toList();
        for (String name : texts.keySet()) {
            if (name.startsWith(prefix) && !known.contains(name) && !name.equals(PLUGIN_VERSION)) {
                NearestName.to(name.substring(prefix.length()), stripped(known, prefix))
                        .ifPresent(meant -> problems.add(
                                origin.apply(name), "unknown setting; did you mean '" + prefix + meant + "'?"));
            }
        }
    }

    private static List<String> stripped(List<String> names, String prefix) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
