package dev.migrator.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a catalog as a script that psql alone loads into a new database: deterministic, one table after another with all that belongs to
 * it, a line before each that names it, and nothing that does not say something about the schema, so that it diffs well in Git.
 */
public final class SchemaScript {

    private static final String HEAD = """
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SET check_function_bodies = off;
            SET default_tablespace = '';
            SET client_min_messages = warning;
            SET search_path = '';
            """;

    private SchemaScript() {}

    /**
     * The script, ending in a line break.
     *
     * @param without what to leave out
     */
    public static String of(CatalogWithNeeds catalog, Aspect... without) {
        StringBuilder script = new StringBuilder(HEAD);
        DdlPlan plan = catalog.catalog().plan().without(without);
        for (List<Statement> group : groups(ReadingOrder.of(plan, catalog.needs()))) {
            script.append("\n-- ").append(heading(group.get(0).object())).append('\n');
            group.forEach(statement -> script.append(statement.sql()).append(";\n"));
        }
        return script.toString();
    }

    /** Statements that follow one another and are about one object, or about parts of one relation. */
    private static List<List<Statement>> groups(List<Statement> statements) {
        List<List<Statement>> groups = new ArrayList<>();
        ObjectId last = null;
        for (Statement statement : statements) {
            ObjectId subject = statement.object().subject();
            if (!subject.equals(last)) {
                groups.add(new ArrayList<>());
                last = subject;
            }
            groups.get(groups.size() - 1).add(statement);
        }
        return groups;
    }

    /** The object, or the relation that the statements add parts to; in one line, since what follows a line break in a name would be run. */
    private static String heading(ObjectId first) {
        ObjectId subject = first.subject();
        String words = first.on() == null || subject.equals(first)
                ? first.toString()
                : subject.schema() + "." + subject.name();
        return words.replaceAll("[\\r\\n]", " ");
    }
}
