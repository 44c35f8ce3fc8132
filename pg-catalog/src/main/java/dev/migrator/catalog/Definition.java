package dev.migrator.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The canonical definition of an object: the SQL that makes it, cut into structure, which is compared exactly, and expressions, which
 * PostgreSQL rewrites when it reads them and so are compared by meaning (see {@link CatalogComparison}).
 *
 * @param parts in order; joined they are the text
 */
public record Definition(List<Part> parts) {

    /** One piece of a definition. */
    public record Part(Form form, String text) {}

    /** Whether a piece is equal only if its text is, or also if it means the same. */
    public enum Form {
        STRUCTURE,
        EXPRESSION
    }

    /** Pieces of structure side by side are one piece, however the definition was put together. */
    public Definition {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            int last = joined.size() - 1;
            if (last >= 0 && part.form() == Form.STRUCTURE && joined.get(last).form() == Form.STRUCTURE) {
                joined.set(last, new Part(Form.STRUCTURE, joined.get(last).text() + part.text()));
            } else {
                joined.add(part);
            }
        }
        parts = List.copyOf(joined);
    }

    public static Definition structure(String text) {
        return new Definition(List.of(new Part(Form.STRUCTURE, text)));
    }

    public static Definition expression(String text) {
        return new Definition(List.of(new Part(Form.EXPRESSION, text)));
    }

    /** The whole as SQL. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** Whether there is no expression in it. */
    public boolean isAllStructure() {
        return parts.stream().allMatch(part -> part.form() == Form.STRUCTURE);
    }

    /** The structure alone, with a mark in the place of each expression. */
    public String skeleton() {
        return parts.stream()
                .map(part -> part.form() == Form.STRUCTURE ? part.text() : "\u2026")
                .collect(Collectors.joining());
    }

    /** This definition followed by another. */
    public Definition then(Definition next) {
        List<Part> joined = new ArrayList<>(parts);
        joined.addAll(next.parts);
        return new Definition(joined);
    }

    /** This definition followed by a piece of structure. */
    public Definition then(String text) {
        return then(structure(text));
    }

    /** This definition followed by an expression. */
    public Definition thenExpression(String text) {
        return then(expression(text));
    }
}
