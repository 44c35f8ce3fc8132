package dev.migrator.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.catalog.UnsupportedObjectException;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import org.junit.jupiter.api.Test;

class UnclaimedObjectsTest {

    @Test
    void membersOfExtensionsAndTemporaryObjectsAreNotTheDatabasesOwn() throws Exception {
        RoundTrip trip = RoundTrip.of("CREATE TEMP TABLE gone (id int PRIMARY KEY); CREATE EXTENSION hstore");
        trip.isFaithful();
        assertThat(trip.restored().objects())
                .extracting(object -> object.id().toString())
                .containsExactly("schema public", "extension hstore");
    }

    /** As property graphs of a PostgreSQL to come will be. */
    @Test
    void namesEveryRelationOfAKindThatNobodyKnows() throws Exception {
        Database database = RoundTrip.databaseWith(TestPostgres.newest(), """
                CREATE TABLE friends (a int); CREATE TABLE foes (a int); SET allow_system_table_mods = on;
                UPDATE pg_class SET relkind = 'g' WHERE relname IN ('friends', 'foes')""");
        assertThatThrownBy(() -> RoundTrip.read(database))
                .isInstanceOf(UnsupportedObjectException.class)
                .hasMessageContaining("public.foes, ")
                .hasMessageContaining("public.friends");
    }
}
