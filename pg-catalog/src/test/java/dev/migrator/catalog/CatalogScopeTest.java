package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogScopeTest {

    private static CatalogWithNeeds whole;

    @BeforeAll
    static void aDatabaseOfTwoSchemas() throws Exception {
        Database database = RoundTrip.databaseWith(TestPostgres.newest(), """
                CREATE SCHEMA app; CREATE SCHEMA audit;
                CREATE TYPE audit.level AS ENUM ('low', 'high');
                CREATE FUNCTION audit.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE app.customers (id serial PRIMARY KEY, name text CHECK (name <> ''));
                CREATE TABLE app.orders (id int PRIMARY KEY, customer int REFERENCES app.customers, level audit.level);
                CREATE INDEX by_customer ON app.orders (customer);
                CREATE TRIGGER noted BEFORE INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION audit.note();
                CREATE VIEW app.totals AS SELECT count(*) FROM app.orders;
                CREATE TABLE app.log (at date) PARTITION BY RANGE (at);
                CREATE TABLE app.log_2026 PARTITION OF app.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')""");
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            whole = CatalogReader.readWithNeeds(connection, true);
            connection.rollback();
        }
    }

    @Test
    void everythingIsInTheScopeThatSaysNothing() {
        ScopedCatalog scoped = scope("", "").of(whole);
        assertThat(scoped.catalog()).isEqualTo(whole.catalog());
        assertThat(scoped.broken()).isEmpty();
    }

    @Test
    void whoLeavesOutATableLeavesOutItsParts() {
        assertThat(names(scope("", "table:app.customers").of(whole)))
                .contains("table app.orders")
                .doesNotContain(
                        "table app.customers",
                        "constraint app.customers.customers_pkey",
                        "column default app.customers.id",
                        "sequence app.customers_id_seq");
    }

    @Test
    void andPartitionsGoWithTheirTable() {
        assertThat(names(scope("", "table:app.log").of(whole)))
                .doesNotContain("table app.log", "table app.log_2026", "partition attachment app.log_2026");
    }

    @Test
    void whatWouldHaveBeenNeededIsTold() {
        assertThat(broken(scope("", "table:app.customers")))
                .containsExactly(
                        "foreign key app.orders.orders_customer_fkey needs table app.customers",
                        "foreign key app.orders.orders_customer_fkey needs constraint app.customers.customers_pkey");
        assertThat(broken(scope("", "schema:audit")))
                .containsExactly(
                        "table app.orders needs enum audit.level",
                        "trigger app.orders.noted needs function audit.note()");
        assertThat(broken(scope("", "table:app.orders"))).containsExactly("view app.totals needs table app.orders");
    }

    @Test
    void ofAStoredCatalogOnlyNamesTellWhatIsNeeded() {
        CatalogWithNeeds stored = CatalogWithNeeds.byNames(whole.catalog());
        assertThat(scope("", "kind:schema").of(stored).broken())
                .extracting(BrokenNeed::toString)
                .contains("table app.orders needs schema app");
        assertThat(names(scope("", "table:app.customers").of(stored)))
                .doesNotContain("constraint app.customers.customers_pkey")
                .contains("sequence app.customers_id_seq");
    }

    @Test
    void whoChoosesATableChoosesItsPartsAndItsSchema() {
        assertThat(names(scope("table:app.log", "").of(whole)))
                .containsExactly(
                        "schema app", "table app.log", "table app.log_2026", "partition attachment app.log_2026");
    }

    @Test
    void starsStandForAnyLetters() {
        assertThat(names(scope("table:a*.log_*", "").of(whole)))
                .containsExactly("schema app", "table app.log_2026", "partition attachment app.log_2026");
    }

    @Test
    void kindsMayBeLeftOut() {
        assertThat(names(scope("", "kind:foreign-key,kind:trigger").of(whole)))
                .contains("table app.orders")
                .doesNotContain("foreign key app.orders.orders_customer_fkey", "trigger app.orders.noted");
    }

    @Test
    void whatStandsInTheStatementOfItsTableCannotBeLeftOutOfIt() {
        ScopedCatalog scoped = scope("", "kind:constraint").of(whole);
        assertThat(names(scoped))
                .contains("constraint app.customers.customers_name_check")
                .doesNotContain("constraint app.customers.customers_pkey");
        assertThat(scope("", "kind:constraint").chosen(whole)).noneMatch(id -> id.kind() == ObjectKind.CONSTRAINT);
    }

    @Test
    void whereNothingIsBrokenThePlanMakesTheScopedCatalog() throws Exception {
        ScopedCatalog scoped =
                scope("", "schema:audit,table:app.orders,table:app.totals").of(whole);
        assertThat(scoped.broken()).isEmpty();
        Database target = TestPostgres.newest().createDatabase("scoped");
        RoundTrip.apply(scoped.catalog().plan(), target);
        assertThat(RoundTrip.read(target).objects()).isEqualTo(scoped.catalog().objects());
        assertThat(scoped.catalog().tables()).extracting(Table::name).containsExactly("customers", "log_2026");
        assertThat(scoped.catalog().sequences()).hasToString("[sequence app.customers_id_seq]");
    }

    @Test
    void whatIsNoPatternIsNone() {
        assertThat(List.of("app", "schema:", "table:orders", "table:.x", "kind:mood", "owner:app"))
                .allSatisfy(text -> assertThat(ObjectPattern.parse(text)).isEmpty());
    }

    private static CatalogScope scope(String included, String excluded) {
        return new CatalogScope(patterns(included), patterns(excluded));
    }

    private static List<ObjectPattern> patterns(String list) {
        return Arrays.stream(list.split(","))
                .filter(text -> !text.isEmpty())
                .map(text -> ObjectPattern.parse(text).orElseThrow())
                .toList();
    }

    private static List<String> broken(CatalogScope scope) {
        return scope.of(whole).broken().stream().map(BrokenNeed::toString).toList();
    }

    private static List<String> names(ScopedCatalog scoped) {
        return scoped.catalog().objects().stream()
                .map(object -> object.id().toString())
                .toList();
    }
}
