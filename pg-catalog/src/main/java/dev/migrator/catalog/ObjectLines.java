package dev.migrator.catalog;

import dev.migrator.postgres.SqlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object as lines of text. Whoever owns it is called {@code its owner} among its privileges, so that another owner is one line that
 * differs.
 */
final class ObjectLines {

    private static final String OWNER = "its owner";

    /** What everybody may use at first. */
    private static final Set<ObjectKind> OPEN_AT_BIRTH = EnumSet.of(
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.ENUM,
            ObjectKind.COMPOSITE,
            ObjectKind.DOMAIN,
            ObjectKind.RANGE,
            ObjectKind.BASE_TYPE,
            ObjectKind.LANGUAGE);

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final CatalogObject object;
    private final List<String> lines = new ArrayList<>();

    private ObjectLines(CatalogObject object) {
        this.object = object;
    }

    /** Some sides of an object. */
    static List<String> of(CatalogObject object, Set<Aspect> aspects) {
        ObjectLines text = new ObjectLines(object);
        aspects.stream().sorted().forEach(text::add);
        return text.lines;
    }

    /** All of an object that was compared, but the privileges that it is born with. */
    static List<String> ofWhole(CatalogObject object, Set<Aspect> compared) {
        List<String> lines = of(object, compared);
        lines.remove("GRANT ALL TO " + OWNER);
        if (compared.contains(Aspect.PRIVILEGES)
                && OPEN_AT_BIRTH.contains(object.id().kind())
                && !lines.remove("GRANT ALL TO PUBLIC")) {
            lines.add("REVOKE ALL FROM PUBLIC");
        }
        return lines;
    }

    private void add(Aspect aspect) {
        switch (aspect) {
            case DEFINITION -> lines.addAll(object.definition().text().lines().toList());
            case OWNER -> addOwner(object.owner());
            case PRIVILEGES -> object.privileges().forEach(privilege -> lines.add("GRANT " + byWhom(privilege)));
            case COMMENT -> object.comments().forEach(this::addComment);
            case TABLESPACE -> addTablespace(object.tablespace());
            case LABEL -> object.labels().forEach(this::addLabel);
        }
    }

    private void addOwner(@Nullable String owner) {
        if (owner != null) {
            lines.add("OWNER TO " + name(owner));
        }
    }

    private void addTablespace(@Nullable String tablespace) {
        if (tablespace != null) {
            lines.add("TABLESPACE " + name(tablespace));
        }
    }

    private void addComment(Comment comment) {
        String column = comment.column() == null ? "" : "ON COLUMN " + name(comment.column()) + " ";
        lines.addAll(("COMMENT " + column + "IS " + SqlText.literal(comment.text()))
                .lines()
                .toList());
    }

    private void addLabel(SecurityLabel label) {
        String part = label.on() == null ? "" : "ON " + label.on() + " ";
        lines.addAll(
                ("SECURITY LABEL FOR " + name(label.provider()) + " " + part + "IS " + SqlText.literal(label.text()))
                        .lines()
                        .toList());
    }

    private String byWhom(String privilege) {
        String owner = object.owner();
        return owner == null ? privilege : byWhom(byWhom(privilege, owner), SqlText.name(owner));
    }

    private static String byWhom(String privilege, String owner) {
        return (privilege + " ")
                .replace(" TO " + owner + " ", " TO " + OWNER + " ")
                .replace(" BY " + owner + " ", " ")
                .stripTrailing();
    }

    private static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : SqlText.name(name);
    }
}
