package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;

/**
 * How an object is written inside the statement that makes another, where no dependency loop forbids it: the default of a column and the
 * CHECK of a table inside CREATE TABLE.
 *
 * @param host the object whose statement takes it in
 * @param piece {@code DEFAULT 1}, {@code CONSTRAINT positive CHECK (n > 0)}
 */
public record Inline(Address host, Definition piece) {}
