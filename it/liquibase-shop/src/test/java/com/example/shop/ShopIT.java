package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What production had after two changesets, and what Liquibase has made of it since. */
class ShopIT {

    @Test
    void theFormattedSqlIsAppliedWithTheParametersOfThePropertiesFile() throws Exception {
        assertThat(RestoredShop.rows("SELECT price, currency FROM article")).containsExactly("10.50 EUR");
    }

    @Test
    void onlyChangesetsOfItsContextAreApplied() throws Exception {
        assertThat(RestoredShop.rows("SELECT name FROM customer")).containsExactly("ANNA BELL");
    }

    @Test
    void onlyWhatWasNewerWasReplayed() throws Exception {
        assertThat(RestoredShop.rows("SELECT id, filename FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly(
                        "customer db/changelog.xml",
                        "article db/changelog.xml",
                        "currency db/currency.sql",
                        "names db/currency.sql");
        assertThat(RestoredShop.rows("SELECT count(DISTINCT deployment_id) FROM databasechangelog"))
                .containsExactly("2");
    }
}
