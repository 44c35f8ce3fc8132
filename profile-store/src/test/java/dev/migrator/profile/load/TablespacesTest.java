package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Aspect;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablespacesTest {

    private static final String PLACED = """
            SELECT relname FROM pg_class c JOIN pg_tablespace s ON s.oid = reltablespace
            WHERE spcname LIKE 'fast%%' AND relkind IN ('r', 'p', 'i', 'I', 'm') AND relname NOT LIKE 'pg_%%' ORDER BY 1""";

    private static final String OF_DATABASE = """
            SELECT spcname FROM pg_database d JOIN pg_tablespace s ON s.oid = dattablespace WHERE datname = current_database()""";

    private final TestPostgres server = TestPostgres.newest();
    private final String fast = server.createTablespace("fast");
    private Database source;

    @BeforeEach
    void aDatabaseWithThingsInAPlaceOfTheirOwn() throws SQLException {
        source = database(server, """
                CREATE TABLE t (id int, n text) TABLESPACE %1$s; INSERT INTO t SELECT i, 'n' || i FROM generate_series(1, 99) i;
                ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (id) USING INDEX TABLESPACE %1$s;
                CREATE INDEX ix ON t (n) TABLESPACE %1$s; CREATE INDEX here ON t (n, id);
                CREATE MATERIALIZED VIEW m TABLESPACE %1$s AS SELECT n FROM t; CREATE INDEX mi ON m (n) TABLESPACE %1$s;
                CREATE TABLE p (id int) PARTITION BY LIST (id) TABLESPACE %1$s; CREATE INDEX pi ON p (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)""".formatted(fast));
    }

    @Test
    void everythingIsPutWhereItWas() throws SQLException {
        Restoring restoring = Restoring.of(Taken.of(source), absent(server));

        Database restored = restoring.run();

        assertThat(values(restored, PLACED)).isEqualTo("ix,m,mi,p,p1,pk,t").isEqualTo(values(source, PLACED));
        assertThat(notices(restoring)).isEmpty();
    }

    @Test
    void whatTheServerLacksIsLeftOutAndSaid() throws SQLException {
        Taken taken = Taken.of(source);
        withoutTheTablespace();
        Restoring restoring = Restoring.of(taken, absent(server));

        Database restored = restoring.run();

        assertThat(values(restored, "SELECT count(*) FROM public.t")).isEqualTo("99");
        assertThat(values(restored, PLACED)).isEmpty();
        assertThat(notices(restoring)).singleElement().asString().contains("left out", "tablespaces " + fast);
    }

    @Test
    void whereTheRoleMayNotCreateItIsLeftOutAndWhereItMayItIsUsed() throws SQLException {
        Database target = creator();
        Taken taken = Taken.of(source);
        Restoring first = Restoring.of(taken, target).access(AccessPolicy.SKIP);

        first.run();
        assertThat(values(target, PLACED)).isEmpty();
        assertThat(notices(first)).anyMatch(notice -> notice.contains("tablespaces " + fast));

        execute(server.maintenance(), "GRANT CREATE ON TABLESPACE " + fast + " TO " + target.user());
        Restoring.of(taken, target).access(AccessPolicy.SKIP).run();
        assertThat(values(target, PLACED)).isEqualTo("ix,m,mi,p,p1,pk,t");
    }

    @Test
    void allCanBeLeftOut() throws SQLException {
        Restoring restoring = Restoring.of(Taken.of(source), absent(server))
                .access(new AccessPolicy(false, Set.of(Aspect.TABLESPACE)));

        assertThat(values(restoring.run(), PLACED)).isEmpty();
        assertThat(notices(restoring)).isEmpty();
    }

    @Test
    void theDatabasesOwnIsUsedWhereTheServerHasIt() throws SQLException {
        execute(server.maintenance(), "ALTER DATABASE " + SqlText.name(moved().name()) + " SET TABLESPACE " + fast);
        Taken taken = Taken.of(source);

        assertThat(values(Restoring.of(taken, absent(server)).run(), OF_DATABASE))
                .isEqualTo(fast);
        assertThat(values(
                        Restoring.of(taken, absent(server))
                                .access(new AccessPolicy(false, Set.of(Aspect.TABLESPACE)))
                                .run(),
                        OF_DATABASE))
                .isEqualTo("pg_default");
    }

    /** A table that was kept out of its database's tablespace lies in the usual one, where that is the target's. */
    @Test
    void whatLiesInTheUsualPlaceOfTheTargetNeedsNoWord() throws SQLException {
        execute(
                moved(),
                "CREATE TABLE public.kept (id int) TABLESPACE pg_default",
                "CREATE INDEX ki ON public.kept (id)");
        execute(server.maintenance(), "ALTER DATABASE " + SqlText.name(source.name()) + " SET TABLESPACE " + fast);
        execute(source, "ALTER TABLE public.kept SET TABLESPACE pg_default");

        Database restored = Restoring.of(Taken.of(source), creator())
                .access(AccessPolicy.SKIP)
                .run();

        assertThat(values(restored, "SELECT reltablespace FROM pg_class WHERE relname = 'kept'"))
                .isEqualTo("0");
    }

    /** A target of a role that may create databases and nothing else. */
    private Database creator() throws SQLException {
        String role = "creator_" + UUID.randomUUID().toString().substring(0, 8);
        execute(server.maintenance(), "CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD 'pw'");
        return server.database(absent(server).name(), role, "pw");
    }

    private Database moved() throws SQLException {
        execute(source, "DROP TABLE public.t CASCADE", "DROP TABLE public.p");
        return source;
    }

    private void withoutTheTablespace() throws SQLException {
        moved();
        execute(server.maintenance(), "DROP TABLESPACE " + fast);
    }

    private static List<String> notices(Restoring restoring) {
        return restoring.events.stream()
                .filter(Notice.class::isInstance)
                .map(Object::toString)
                .toList();
    }
}
