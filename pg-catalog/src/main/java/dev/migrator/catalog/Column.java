package dev.migrator.catalog;

/**
 * A column that is there (not dropped), in the table's order.
 *
 * @param type as {@code format_type} writes it, qualified: {@code numeric(7,2)}, {@code app.status[]}
 * @param generated whether PostgreSQL computes its value, so that COPY neither reads nor writes it
 */
public record Column(String name, String type, boolean generated) {}
