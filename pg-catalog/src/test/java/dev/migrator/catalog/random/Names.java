package dev.migrator.catalog.random;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of all sorts, the ordinary ones the most frequent, each once in its place. */
final class Names {

    private static final List<String> PLAIN = List.of(
            "orders",
            "item",
            "id",
            "price",
            "customer",
            "note",
            "a",
            "b",
            "c",
            "x",
            "value",
            "created_at",
            "parent_id");

    private static final List<String> KEYWORDS = List.of(
            "select", "user", "table", "order", "group", "between", "row", "default", "check", "all", "end", "year",
            "is", "like");

    /** What PostgreSQL itself has things of. */
    private static final List<String> SYSTEM = List.of(
            "pg_class",
            "now",
            "text",
            "int4",
            "upper",
            "oid",
            "count",
            "pg_type",
            "public",
            "information_schema",
            "int8range",
            "any");

    private static final List<String> WEIRD = List.of(
            "Orders",
            "camelCase",
            "größe",
            "表",
            "naïve 😀",
            "two words",
            "a.b",
            "it's",
            "quo\"te",
            "\"",
            "back\\slash",
            "100%",
            "%s %1$I",
            "$1",
            "$$",
            "semi;colon",
            "--",
            "/* no */",
            "1st",
            " ",
            " lead",
            "tab\there",
            "E'x'",
            ":var",
            "(",
            "a,b",
            "{}",
            "@",
            "ǅ",
            "_a",
            "-");

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();
    private int last;

    Names(Dice dice) {
        this.dice = dice;
    }

    /** A name that nothing in this place has yet; other places may have it. */
    String fresh(String place) {
        String name = draw();
        while (!taken.add(place + '\0' + name)) {
            name = cut(draw() + "_" + ++last);
        }
        return name;
    }

    private String draw() {
        return switch (dice.below(12)) {
            case 0 -> dice.pick(KEYWORDS);
            case 1 -> dice.pick(SYSTEM);
            case 2, 3 -> dice.pick(WEIRD);
            case 4 ->
                cut(dice.pick(PLAIN) + "_" + dice.of("long_", "ä", "Aa", "x").repeat(40));
            default -> dice.pick(PLAIN);
        };
    }

    /** At most the 63 bytes that a name can have. */
    private static String cut(String name) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > 63) {
            cut = cut.substring(cut.offsetByCodePoints(0, 1));
        }
        return cut;
    }
}
