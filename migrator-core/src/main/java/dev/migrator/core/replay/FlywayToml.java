package dev.migrator.core.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads {@code flyway.toml}, for which Flyway's libraries need one that projects seldom have. */
final class FlywayToml {

    private FlywayToml() {}

    /** The table {@code [flyway]} by Flyway's names: {@code flyway.placeholders.owner}. */
    static Map<String, String> read(Path file) {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            flatten("flyway", new TomlMapper().readTree(file.toFile()).path("flyway"), texts);
            return texts;
        } catch (IOException e) {
            throw new ReplayException("Flyway's configuration is no TOML", file.toString(), "Correct the file");
        }
    }

    private static void flatten(String name, JsonNode value, Map<String, String> texts) {
        if (value.isObject()) {
            value.properties().forEach(field -> flatten(name + "." + field.getKey(), field.getValue(), texts));
        } else if (value.isArray()) {
            texts.put(
                    name,
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(",")));
        } else if (!value.isMissingNode()) {
            texts.put(name, value.asText());
        }
    }
}
