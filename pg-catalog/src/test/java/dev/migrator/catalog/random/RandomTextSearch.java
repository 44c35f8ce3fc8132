package dev.migrator.catalog.random;

import java.sql.SQLException;

/** Collations, dictionaries and configurations of the text search. */
final class RandomTextSearch implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        Dice dice = world.dice;
        if (dice.oneIn(3)) {
            String name = world.freshQualified();
            String definition =
                    dice.of("(LOCALE = 'C')", "(PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX')", " FROM \"C\"");
            world.make("collation", "CREATE COLLATION " + name + definition, new Thing("COLLATION", name, true));
        }
        if (dice.oneIn(3)) {
            String dictionary = world.freshQualified();
            String configuration = world.freshQualified();
            if (world.make(
                            "text search",
                            "CREATE TEXT SEARCH DICTIONARY " + dictionary + " (TEMPLATE = simple, ACCEPT = false)",
                            new Thing("TEXT SEARCH DICTIONARY", dictionary, true))
                    && world.make(
                            "text search",
                            "CREATE TEXT SEARCH CONFIGURATION " + configuration + " (COPY = simple)",
                            new Thing("TEXT SEARCH CONFIGURATION", configuration, true))) {
                world.run(
                        "text search",
                        "ALTER TEXT SEARCH CONFIGURATION " + configuration + " ALTER MAPPING FOR word, asciiword WITH "
                                + dictionary + ", simple");
            }
        }
    }
}
