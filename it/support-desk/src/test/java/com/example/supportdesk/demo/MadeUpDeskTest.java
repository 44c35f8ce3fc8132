package com.example.supportdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MadeUpDeskTest {
    private static final MadeUpDesk CUSTOMER_ONE = MadeUpDesk.of(CustomerOne.SEED);

    @Test
    void the_same_seed_makes_the_same_rows() {
        assertThat(MadeUpDesk.of(CustomerOne.SEED)).isEqualTo(CUSTOMER_ONE);
    }

    @Test
    void another_seed_makes_other_rows() {
        assertThat(MadeUpDesk.of(1).customers()).isNotEqualTo(CUSTOMER_ONE.customers());
    }

    @Test
    void customer1_has_what_the_migrations_are_about() {
        assertThat(CUSTOMER_ONE.tickets()).anyMatch(MadeUpDesk.Request::hasBlankSubject);
        assertThat(CUSTOMER_ONE.tickets()).anyMatch(MadeUpDesk.Request::isUrgent);
    }

    @Test
    void the_same_seed_makes_the_same_files() {
        assertThat(MadeUpFiles.of(1).values())
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(MadeUpFiles.of(1).values());
    }
}
