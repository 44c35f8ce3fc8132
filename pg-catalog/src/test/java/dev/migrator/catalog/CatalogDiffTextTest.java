package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CatalogDiffTextTest {

    private static final String BEFORE = """
            CREATE TABLE orders (id int PRIMARY KEY, status text, note text);
            CREATE TABLE customers (id int);
            COMMENT ON COLUMN orders.note IS 'free text';
            CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$
            BEGIN
              RETURN n * 2;
            END $$;
            CREATE VIEW gone AS SELECT 1 AS one""";

    private static final String AFTER = """
            CREATE TABLE orders (id int PRIMARY KEY, status varchar(20), note text, total numeric DEFAULT 0);
            CREATE TABLE customers (id int);
            COMMENT ON COLUMN orders.note IS 'what the customer said';
            CREATE INDEX orders_status ON orders (status);
            ALTER TABLE customers OWNER TO pg_monitor;
            GRANT SELECT ON customers TO PUBLIC;
            CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$
            BEGIN
              RETURN n + n;
            END $$;
            CREATE FUNCTION hidden() RETURNS int LANGUAGE sql AS 'SELECT 1';
            REVOKE ALL ON FUNCTION hidden() FROM PUBLIC""";

    @Test
    void oneObjectFollowsAnotherAndOnlyLinesThatDifferAreSaid() throws Exception {
        assertThat(CatalogDiffText.of(diff(BEFORE, AFTER), "the snapshot", "the target"))
                .isEqualTo("""
                --- the snapshot
                +++ the target
                Objects added: 3, removed: 1, changed: 3

                + function public.hidden()
                    + CREATE FUNCTION public.hidden()
                    +  RETURNS integer
                    +  LANGUAGE sql
                    + AS $function$SELECT 1$function$
                    + OWNER TO postgres
                    + REVOKE ALL FROM PUBLIC

                ~ function public.twice(integer)
                    -   RETURN n * 2;
                    +   RETURN n + n;

                ~ table public.customers
                    - OWNER TO postgres
                    + OWNER TO pg_monitor
                    + GRANT SELECT TO PUBLIC

                - view public.gone
                    - CREATE VIEW public.gone AS
                    -  SELECT 1 AS one
                    - OWNER TO postgres

                ~ table public.orders
                    -     status text
                    +     status character varying(20)
                    +     total numeric
                    - COMMENT ON COLUMN note IS 'free text'
                    + COMMENT ON COLUMN note IS 'what the customer said'
                + column default public.orders.total
                    + ALTER TABLE ONLY public.orders ALTER COLUMN total SET DEFAULT 0
                + index public.orders.orders_status
                    + CREATE INDEX orders_status ON public.orders USING btree (status)
                """);
    }

    @Test
    void equalCatalogsSaySo() throws Exception {
        assertThat(CatalogDiffText.of(diff(BEFORE, BEFORE), "the snapshot", "the target"))
                .isEqualTo("""
                --- the snapshot
                +++ the target
                No object differs
                """);
    }

    @Test
    void whatNobodyCanDecideIsListedApart() throws Exception {
        String script = "CREATE TABLE t (status varchar CONSTRAINT known CHECK (status IN ('A', 'B')))";
        RoundTrip trip = RoundTrip.of(script);
        CatalogDiff diff = CatalogComparison.byText().compare(trip.original(), trip.restored());
        assertThat(CatalogDiffText.of(diff, "a", "b")).isEqualTo("""
                --- a
                +++ b
                No object differs

                Undecided, as an expression reads differently and nobody can say whether it means the same: 1

                ? constraint public.t.known
                    -     ADD CONSTRAINT known CHECK (((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])))
                    +     ADD CONSTRAINT known CHECK (((status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])))
                """);
    }

    private static CatalogDiff diff(String before, String after) throws SQLException {
        TestPostgres server = TestPostgres.newest();
        return CatalogComparison.rereadingOn(server.maintenance())
                .compare(
                        RoundTrip.read(RoundTrip.databaseWith(server, before)),
                        RoundTrip.read(RoundTrip.databaseWith(server, after)));
    }
}
