package dev.migrator.catalog;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Stage;
import dev.migrator.catalog.kind.Step;
import dev.migrator.catalog.order.Dependencies;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * That an object is to be dropped together with an extension ({@code ALTER … DEPENDS ON EXTENSION}), which only pg_depend knows. Of indexes,
 * which may be parts of keys, their own kinds tell.
 */
final class ExtensionMarks {

    private ExtensionMarks() {}

    static List<Draft> add(List<Draft> drafts, Dependencies dependencies) {
        Map<Address, Draft> extensions = new HashMap<>();
        drafts.stream()
                .filter(draft -> draft.id().kind() == ObjectKind.EXTENSION)
                .forEach(draft -> extensions.put(draft.address(), draft));
        return drafts.stream()
                .map(draft -> draft.id().kind() == ObjectKind.INDEX ? draft : marked(draft, dependencies, extensions))
                .toList();
    }

    private static Draft marked(Draft draft, Dependencies dependencies, Map<Address, Draft> extensions) {
        List<String> marks = dependencies.of(draft.address()).stream()
                .filter(dependency -> dependency.type() == 'x')
                .map(dependency -> extensions.get(dependency.referenced()))
                .filter(extension -> extension != null)
                .map(extension -> "ALTER " + draft.reference() + " DEPENDS ON EXTENSION " + extension.name())
                .sorted()
                .toList();
        Stage stage = draft.steps().stream()
                .map(Step::stage)
                .max(Comparator.naturalOrder())
                .orElse(Stage.BEFORE_ROWS);
        Draft marked = draft;
        for (String mark : marks) {
            marked = marked.followedBy(Step.at(stage, mark));
        }
        return marked;
    }
}
