package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import org.junit.jupiter.api.Test;

class SchemaScriptTest {

    private static final String SCHEMA = """
            CREATE TABLE customers (id int PRIMARY KEY, name text DEFAULT 'x' NOT NULL);
            COMMENT ON COLUMN customers.name IS 'as on the invoice';
            CREATE TABLE orders (id int, customer int REFERENCES customers);
            CREATE INDEX orders_customer ON orders (customer)""";

    @Test
    void groupsWhatBelongsToOneTable() throws Exception {
        Catalog catalog = RoundTrip.read(RoundTrip.databaseWith(TestPostgres.newest(), SCHEMA));
        assertThat(SchemaScript.of(catalog.plan().without(Aspect.OWNER, Aspect.PRIVILEGES)))
                .isEqualTo("""
                SET client_encoding = 'UTF8';
                SET standard_conforming_strings = on;
                SET check_function_bodies = off;
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

                -- table public.orders
                CREATE TABLE public.orders (
                    id integer,
                    customer integer
                );

                -- public.customers
                ALTER TABLE ONLY public.customers
                    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

                -- public.orders
                CREATE INDEX orders_customer ON public.orders USING btree (customer);
                ALTER TABLE ONLY public.orders
                    ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer) REFERENCES public.customers(id);
                """);
    }

    @Test
    void loadsAsOneScriptIntoANewDatabase() throws Exception {
        Catalog catalog = RoundTrip.read(RoundTrip.databaseWith(TestPostgres.newest(), SCHEMA));
        Database target = TestPostgres.newest().createDatabase("scripted");
        RoundTrip.run(target, SchemaScript.of(catalog.plan()));
        assertThat(Fingerprint.of(RoundTrip.read(target))).isEqualTo(Fingerprint.of(catalog));
    }
}
