package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;

/** A few schemas, in all of which the same names may occur. */
final class RandomNamespaces implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        world.schemas.add("public");
        for (int i = world.dice.between(1, 3); i > 0; i--) {
            String name = world.names.fresh("schemas");
            if (name.startsWith("pg_") || name.equals("public") || name.equals("information_schema")) {
                continue;
            }
            String owner = world.dice.maybe(3, " AUTHORIZATION " + SqlText.name(world.dice.pick(RandomRoles.ALL)));
            Thing thing = new Thing("SCHEMA", SqlText.name(name), true, "USAGE", "CREATE");
            if (world.make("schema", "CREATE SCHEMA " + thing.sql() + owner, thing)) {
                world.schemas.add(name);
                if (world.dice.oneIn(2)) {
                    world.run(
                            "grant",
                            "GRANT USAGE ON SCHEMA " + thing.sql() + " TO "
                                    + RandomRoles.ALL.stream()
                                            .map(SqlText::name)
                                            .collect(joining(", ")));
                }
            }
        }
    }
}
