package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What production had at version 2, and what Flyway has made of it since. */
class ShopIT {

    @Test
    void theMigrationInJavaHasSplitTheNamesOfProduction() throws Exception {
        assertThat(RestoredShop.rows("SELECT first, last FROM shop.customer ORDER BY id"))
                .containsExactly("Anna Bell", "Carl Dorn");
    }

    @Test
    void placeholdersStandForWhatThePluginIsConfiguredWith() throws Exception {
        assertThat(RestoredShop.rows("SELECT price, currency FROM shop.article ORDER BY id"))
                .containsExactly("10.50 EUR", "7 EUR");
    }

    @Test
    void theCallbackRanInProductionAndAfterTheReplay() throws Exception {
        assertThat(RestoredShop.rows("SELECT count(*) FROM shop.migrated")).containsExactly("2");
    }

    @Test
    void onlyWhatWasNewerWasReplayed() throws Exception {
        assertThat(RestoredShop.rows("""
                        SELECT version, installed_by = current_user
                        FROM shop.flyway_schema_history
                        WHERE version IS NOT NULL
                        ORDER BY installed_rank"""))
                .containsExactly("1 f", "2 f", "3 t", "4 t");
    }
}
