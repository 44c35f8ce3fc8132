package dev.migrator.catalog.random;

import java.sql.SQLException;

/** Aggregates, plain, moving, hypothetical. */
final class RandomAggregates implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        if (world.dice.oneIn(2)) {
            String more = world.dice.of(
                    "",
                    ", INITCOND = '7'",
                    ", PARALLEL = SAFE, COMBINEFUNC = int4pl",
                    ", MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer",
                    ", SORTOP = OPERATOR(pg_catalog.<)");
            aggregate(world, "(integer)", "SFUNC = int4pl, STYPE = integer" + more);
        }
        if (world.dice.oneIn(3)) {
            String rank =
                    "SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL";
            aggregate(world, "(VARIADIC \"any\" ORDER BY VARIADIC \"any\")", rank);
        }
    }

    private static void aggregate(World world, String arguments, String definition) throws SQLException {
        String signature = world.freshQualified() + arguments;
        world.make(
                "aggregate",
                "CREATE AGGREGATE " + signature + " (" + definition + ")",
                new Thing("AGGREGATE", signature, true, "EXECUTE"));
    }
}
