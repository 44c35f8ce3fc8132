package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;

/** Comments on anything. */
final class RandomComments implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (Thing thing : world.things) {
            if (world.dice.oneIn(5)) {
                String text = world.dice.of(
                        "plain", "it's", "two\nlines", "back\\slash \\n", "größe 😀", "$$ ; --", "%s", "\"quoted\"");
                world.run(
                        "comment", "COMMENT ON " + thing.words() + " " + thing.sql() + " IS " + SqlText.literal(text));
            }
        }
    }
}
