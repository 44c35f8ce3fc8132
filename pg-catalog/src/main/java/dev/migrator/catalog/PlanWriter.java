package dev.migrator.catalog;

import dev.migrator.catalog.access.Comments;
import dev.migrator.catalog.access.Owners;
import dev.migrator.catalog.access.Privileges;
import dev.migrator.catalog.access.SecurityLabels;
import dev.migrator.catalog.access.Tablespaces;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Stage;
import dev.migrator.catalog.order.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes objects and statements of drafts: to each its definition and all its other sides. */
final class PlanWriter {

    /** Every new database has it. */
    private static final ObjectId PUBLIC = ObjectId.of(ObjectKind.SCHEMA, null, "public");

    private final Owners owners;
    private final Privileges privileges;
    private final Comments comments;
    private final Tablespaces tablespaces;
    private final SecurityLabels labels;

    PlanWriter(
            Owners owners, Privileges privileges, Comments comments, Tablespaces tablespaces, SecurityLabels labels) {
        this.owners = owners;
        this.privileges = privileges;
        this.comments = comments;
        this.tablespaces = tablespaces;
        this.labels = labels;
    }

    CatalogObject object(Draft draft) {
        return new CatalogObject(
                draft.id(),
                draft.definition(),
                owners.of(draft),
                privileges.of(draft),
                comments.of(draft),
                tablespaces.of(draft),
                labels.of(draft));
    }

    /** Owners, comments and labels follow each object; privileges come when every object has its owner. */
    DdlPlan plan(List<Work> order) {
        List<Statement> statements = new ArrayList<>();
        List<Draft> ungranted = new ArrayList<>();
        if (order.stream().noneMatch(work -> work.draft().id().equals(PUBLIC))) {
            statements.add(new Statement(
                    PUBLIC, Phase.BEFORE_ROWS, Aspect.DEFINITION, "DROP SCHEMA IF EXISTS public", List.of()));
        }
        for (Work work : order) {
            if (work.stage().compareTo(Stage.PRIVILEGES) > 0) {
                grant(ungranted, statements);
            }
            make(work, statements);
            if (work.makesWhole()) {
                ungranted.add(work.draft());
            }
        }
        grant(ungranted, statements);
        return new DdlPlan(statements);
    }

    private void make(Work work, List<Statement> statements) {
        Draft draft = work.draft();
        Phase phase = work.stage().phase();
        List<Statement> making = work.steps().stream()
                .map(step -> new Statement(
                        draft.id(), phase, Aspect.DEFINITION, step.sql().text(), step.roles()))
                .toList();
        if (!work.makesWhole() || making.isEmpty()) {
            statements.addAll(making);
        } else {
            statements.addAll(tablespaces.placing(draft, phase, making));
        }
        if (work.makesWhole()) {
            statements.addAll(owners.statements(draft, phase));
            statements.addAll(comments.statements(draft, phase));
            statements.addAll(labels.statements(draft, phase));
        }
    }

    private void grant(List<Draft> drafts, List<Statement> statements) {
        drafts.stream()
                .sorted(Comparator.comparing(Draft::id))
                .forEach(draft -> statements.addAll(privileges.statements(draft, Phase.LATE)));
        drafts.clear();
    }
}
