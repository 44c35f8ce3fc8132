package dev.migrator.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.BrokenNeed;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.ObjectId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a diff for programs. The keys are a contract, described in docs/diff.md; equal diffs give equal texts. */
final class CatalogDiffJson {

    /** Grows when a key changes its meaning or goes; new keys may come without. */
    private static final int FORMAT = 1;

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private CatalogDiffJson() {}

    /** The text, ending in a line break. */
    static String of(CatalogDiff diff, NamedSchema from, NamedSchema to, Collection<BrokenNeed> broken) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("format", FORMAT);
        report.put("from", side(from));
        report.put("to", side(to));
        report.put("equal", diff.isEmpty());
        report.put("added", wholes(diff.added(), diff.compared()));
        report.put("removed", wholes(diff.removed(), diff.compared()));
        report.put(
                "changed", diff.changed().stream().map(CatalogDiffJson::change).toList());
        report.put(
                "undecided",
                diff.undecided().stream().map(CatalogDiffJson::change).toList());
        report.put(
                "neededButLeftOut", broken.stream().map(CatalogDiffJson::need).toList());
        try {
            return WRITER.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists are always JSON", e);
        }
    }

    private static Map<String, Object> side(NamedSchema schema) {
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("name", schema.name());
        side.put("major", schema.major());
        return side;
    }

    private static List<Map<String, Object>> wholes(List<CatalogObject> objects, Set<Aspect> compared) {
        return objects.stream()
                .map(object -> {
                    Map<String, Object> whole = name(object.id());
                    whole.putAll(sides(object, compared));
                    return whole;
                })
                .toList();
    }

    private static Map<String, Object> change(CatalogDiff.Change change) {
        Map<String, Object> changed = name(change.before().id());
        changed.put("before", sides(change.before(), change.aspects()));
        changed.put("after", sides(change.after(), change.aspects()));
        return changed;
    }

    private static Map<String, Object> need(BrokenNeed broken) {
        Map<String, Object> need = name(broken.object());
        need.put("needs", name(broken.needed()));
        return need;
    }

    private static Map<String, Object> name(ObjectId id) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("object", id.toString());
        name.put("kind", id.kind().words());
        name.put("schema", id.schema());
        name.put("on", id.on());
        name.put("name", id.name());
        return name;
    }

    private static Map<String, Object> sides(CatalogObject object, Set<Aspect> aspects) {
        Map<String, Object> sides = new LinkedHashMap<>();
        Arrays.stream(Aspect.values()).filter(aspects::contains).forEach(aspect -> {
            switch (aspect) {
                case DEFINITION -> sides.put("definition", object.definition().text());
                case OWNER -> sides.put("owner", object.owner());
                case PRIVILEGES -> sides.put("privileges", object.privileges());
                case COMMENT -> sides.put("comments", object.comments());
                case TABLESPACE -> sides.put("tablespace", object.tablespace());
                case LABEL -> sides.put("labels", object.labels());
            }
        });
        return sides;
    }
}
