package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTablesTest {

    @Test
    void listsOrdinaryTablesAndLeavesWithTheirLiveColumns() throws Exception {
        List<Table> tables = tables("""
                CREATE TABLE t (id int, gone int, g int GENERATED ALWAYS AS (id + 1) STORED, n numeric(7,2)[]);
                ALTER TABLE t DROP COLUMN gone;
                CREATE UNLOGGED TABLE u ();
                CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE leaf PARTITION OF p DEFAULT;
                CREATE VIEW v AS SELECT 1 AS one""");
        assertThat(tables).extracting(Table::name).containsExactly("leaf", "t", "u");
        assertThat(tables.get(0).kind()).isEqualTo(Table.Kind.PARTITION);
        assertThat(tables.get(1).columns())
                .containsExactly(
                        new Column("id", "integer", false),
                        new Column("g", "integer", true),
                        new Column("n", "numeric(7,2)[]", false));
        assertThat(tables.get(2).persistence()).isEqualTo(Table.Persistence.UNLOGGED);
    }

    @Test
    void rowsWhosePlaceDependsOnOidsGoThroughTheTopmostTableThatHashesThem() throws Exception {
        List<Table> tables = tables("""
                CREATE TYPE e AS ENUM ('a');
                CREATE TABLE top (k int, c e) PARTITION BY LIST (k);
                CREATE TABLE hashed PARTITION OF top FOR VALUES IN (1) PARTITION BY HASH (c);
                CREATE TABLE by_enum PARTITION OF hashed FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE TABLE list_leaf PARTITION OF top DEFAULT;
                CREATE TABLE texts (t text) PARTITION BY HASH (t);
                CREATE TABLE by_text PARTITION OF texts FOR VALUES WITH (MODULUS 1, REMAINDER 0)""");
        assertThat(tables).extracting(Table::name).containsExactly("by_enum", "by_text", "list_leaf");
        assertThat(tables.get(0).loadRoot()).hasToString("table public.hashed");
        assertThat(tables.get(1).loadRoot()).isNull();
        assertThat(tables.get(2).loadRoot()).isNull();
    }

    private static List<Table> tables(String script) throws Exception {
        return RoundTrip.read(RoundTrip.databaseWith(TestPostgres.newest(), script))
                .tables();
    }
}
