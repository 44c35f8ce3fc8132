package dev.migrator.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Objects by schema, relation or kind, as users write them: {@code schema:audit}, {@code table:app.log_*}, {@code kind:foreign-key}.
 *
 * @param text as it was written
 * @param matcher tells them by their names
 */
public record ObjectPattern(String text, Predicate<ObjectId> matcher) {

    /** What may be written, for messages. */
    public static final String FORMS = "schema:name, table:schema.name or kind:foreign-key, with * for any letters";

    /**
     * A pattern; {@code *} stands for any letters in names. A schema's pattern means the schema and all that lies in it, a table's the
     * relation and all that is on it.
     *
     * @return empty where the text is none
     */
    public static Optional<ObjectPattern> parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return (switch (colon < 0 ? "" : text.substring(0, colon)) {
                    case "schema" ->
                        rest.isEmpty() ? Optional.<Predicate<ObjectId>>empty() : Optional.of(inSchema(rest));
                    case "table" -> onRelation(rest);
                    case "kind" -> ofKind(rest);
                    default -> Optional.<Predicate<ObjectId>>empty();
                })
                .map(matcher -> new ObjectPattern(text, matcher));
    }

    private static Predicate<ObjectId> inSchema(String name) {
        Predicate<String> names = glob(name);
        return id ->
                id.kind() == ObjectKind.SCHEMA ? names.test(id.name()) : id.schema() != null && names.test(id.schema());
    }

    private static Optional<Predicate<ObjectId>> onRelation(String name) {
        int dot = name.indexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            return Optional.empty();
        }
        Predicate<String> schemas = glob(name.substring(0, dot));
        Predicate<String> names = glob(name.substring(dot + 1));
        return Optional.of(id -> {
            ObjectId relation = id.subject();
            return relation.kind() == ObjectKind.TABLE
                    && relation.schema() != null
                    && schemas.test(relation.schema())
                    && names.test(relation.name());
        });
    }

    private static Optional<Predicate<ObjectId>> ofKind(String words) {
        return Arrays.stream(ObjectKind.values())
                .filter(kind -> kind.words().equals(words.replace('-', ' ')))
                .findFirst()
                .map(kind -> id -> id.kind() == kind);
    }

    private static Predicate<String> glob(String text) {
        return Pattern.compile(
                        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                        Pattern.DOTALL)
                .asMatchPredicate();
    }

    @Override
    public String toString() {
        return text;
    }
}
