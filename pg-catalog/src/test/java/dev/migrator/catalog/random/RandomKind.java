package dev.migrator.catalog.random;

import java.sql.SQLException;

/** Adds things of one kind to a random schema. */
interface RandomKind {

    void add(World world) throws SQLException;
}
