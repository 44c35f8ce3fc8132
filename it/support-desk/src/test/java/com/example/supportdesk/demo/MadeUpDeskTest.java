package com.example.supportdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MadeUpDeskTest {

    @Test
    void the_same_seed_makes_the_same_rows() {
        assertThat(MadeUpDesk.of(1)).isEqualTo(MadeUpDesk.of(1));
    }

    @Test
    void another_seed_makes_other_rows() {
        assertThat(MadeUpDesk.of(1).customers()).isNotEqualTo(MadeUpDesk.of(2).customers());
    }

    @Test
    void customer1_has_what_the_migrations_are_about() {
        MadeUpDesk customerOne = MadeUpDesk.of(CustomerOne.SEED);

        assertThat(customerOne.tickets()).anyMatch(MadeUpDesk.Request::hasBlankSubject);
        assertThat(customerOne.tickets()).anyMatch(MadeUpDesk.Request::isUrgent);
    }

    @Test
    void the_same_seed_makes_the_same_files() {
        assertThat(MadeUpFiles.of(1).values())
                .usingElementComparator((a, b) -> java.util.Arrays.compare(a, b))
                .containsExactlyElementsOf(MadeUpFiles.of(1).values());
    }
}
