/**
 * One file per kind of catalog object: the query that reads all objects of the kind, and the SQL that makes them. A kind yields
 * {@link dev.migrator.catalog.kind.Draft}s; owners, privileges and comments are read and written for all kinds at one place each
 * (package {@code access}), and what depends on what comes from pg_depend (package {@code order}). Not for callers of the module.
 */
package dev.migrator.catalog.kind;
