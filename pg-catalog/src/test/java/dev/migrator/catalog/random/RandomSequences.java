package dev.migrator.catalog.random;

import java.sql.SQLException;

/** Sequences that no column owns, or not yet. */
final class RandomSequences implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.below(4); i > 0; i--) {
            String name = world.freshQualified();
            String options = world.dice.maybe(3, " AS " + world.dice.of("smallint", "integer"))
                    + world.dice.maybe(3, " INCREMENT " + world.dice.of("-1", "7"))
                    + world.dice.maybe(4, " MINVALUE -50 MAXVALUE 5000 START 12")
                    + world.dice.maybe(3, " CACHE 20")
                    + world.dice.maybe(3, " CYCLE");
            String persistence = world.dice.maybe(5, world.atLeast(15) ? "UNLOGGED " : "");
            Thing thing = new Thing("SEQUENCE", name, true, "USAGE", "SELECT", "UPDATE");
            if (world.make("sequence", "CREATE " + persistence + "SEQUENCE " + name + options, thing)) {
                world.sequences.add(name);
            }
        }
    }
}
