package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaScriptTest {

    private static final String SCHEMA = """
            CREATE TABLE customers (id int PRIMARY KEY, name text DEFAULT 'x' NOT NULL);
            COMMENT ON COLUMN customers.name IS 'as on the invoice';
            CREATE TABLE orders (id int, customer int REFERENCES customers);
            CREATE INDEX orders_customer ON orders (customer)""";

    @Test
    void writesATableWithAllThatBelongsToIt() throws Exception {
        assertThat(script(SCHEMA)).isEqualTo("""
                SET client_encoding = 'UTF8';
                SET standard_conforming_strings = on;
                SET check_function_bodies = off;
                SET default_tablespace = '';
                SET client_min_messages = warning;
                SET search_path = '';

                -- schema public
                CREATE SCHEMA IF NOT EXISTS public;

                -- table public.customers
                CREATE TABLE public.customers (
                    id integer NOT NULL,
                    name text DEFAULT 'x'::text NOT NULL
                );
                COMMENT ON COLUMN public.customers.name IS 'as on the invoice';
                ALTER TABLE ONLY public.customers
                    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

                -- table public.orders
                CREATE TABLE public.orders (
                    id integer,
                    customer integer
                );
                CREATE INDEX orders_customer ON public.orders USING btree (customer);
                ALTER TABLE ONLY public.orders
                    ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer) REFERENCES public.customers(id);
                """);
    }

    @Test
    void writesAForeignKeyWithoutItsTableWhereTheOtherComesLater() throws Exception {
        assertThat(headings("CREATE TABLE z (id int PRIMARY KEY); CREATE TABLE a (z int REFERENCES z)"))
                .containsExactly("schema public", "table public.a", "table public.z", "public.a");
    }

    @Test
    void keepsAPartitionedTableAndItsPartitionsTogether() throws Exception {
        assertThat(headings("""
                        CREATE TABLE m (id int PRIMARY KEY, t timestamptz) PARTITION BY RANGE (id);
                        CREATE TABLE between_them (id int PRIMARY KEY);
                        CREATE TABLE z_first PARTITION OF m FOR VALUES FROM (0) TO (10)"""))
                .containsExactly(
                        "schema public",
                        "table public.between_them",
                        "table public.m",
                        "table public.z_first",
                        "public.m",
                        "public.z_first");
    }

    @Test
    void givesATableWhatItPassesOnOnlyWhenAllItsHeirsAreMade() throws Exception {
        String script = script("""
                CREATE TABLE a (id int);
                CREATE TABLE z (x int);
                CREATE TYPE of_z AS (one z);
                CREATE TABLE b (extra of_z) INHERITS (a);
                ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0) NOT VALID""");
        assertThat(script.indexOf("CREATE TABLE public.b")).isPositive().isLessThan(script.indexOf("positive"));
    }

    @Test
    void fillsAMaterializedViewAfterThoseThatItReads() throws Exception {
        String script = script("""
                CREATE TABLE t (id int);
                CREATE MATERIALIZED VIEW z AS SELECT id FROM t;
                CREATE MATERIALIZED VIEW a AS SELECT id FROM z;
                CREATE INDEX ON z (id)""");
        assertThat(script.indexOf("REFRESH MATERIALIZED VIEW public.z"))
                .isPositive()
                .isLessThan(script.indexOf("REFRESH MATERIALIZED VIEW public.a"));
    }

    @Test
    void keepsToThePlanWhereOnlyNamesTellWhatIsNeeded() throws Exception {
        Catalog catalog = RoundTrip.read(RoundTrip.databaseWith(TestPostgres.newest(), SCHEMA));
        assertThat(ReadingOrder.of(
                        catalog.plan(), CatalogWithNeeds.byNames(catalog).needs()))
                .isEqualTo(catalog.plan().statements());
    }

    @Test
    void losesNoStatement() throws Exception {
        CatalogWithNeeds catalog = CatalogReader.read(RoundTrip.databaseWith(TestPostgres.newest(), SCHEMA));
        assertThat(ReadingOrder.of(catalog.catalog().plan(), catalog.needs()))
                .containsExactlyInAnyOrderElementsOf(catalog.catalog().plan().statements());
    }

    @Test
    void loadsAsOneScriptIntoANewDatabase() throws Exception {
        CatalogWithNeeds catalog = CatalogReader.read(RoundTrip.databaseWith(TestPostgres.newest(), SCHEMA));
        Database target = TestPostgres.newest().createDatabase("scripted");
        RoundTrip.run(target, SchemaScript.of(catalog));
        assertThat(Fingerprint.of(RoundTrip.read(target))).isEqualTo(Fingerprint.of(catalog.catalog()));
    }

    @Test
    void runsNothingThatStandsInAName() throws Exception {
        String table = "\"a\n\\! echo b\r; DROP SCHEMA public\"";
        assertThat(script("CREATE TABLE " + table + " (id int)"))
                .contains("-- table public.a \\! echo b ; DROP SCHEMA public\nCREATE TABLE public." + table + " (");
    }

    private static String script(String schema) throws Exception {
        return SchemaScript.of(
                CatalogReader.read(RoundTrip.databaseWith(TestPostgres.newest(), schema)),
                Aspect.OWNER,
                Aspect.PRIVILEGES);
    }

    private static List<String> headings(String schema) throws Exception {
        return script(schema)
                .lines()
                .filter(line -> line.startsWith("-- "))
                .map(line -> line.substring(3))
                .toList();
    }
}
