package dev.migrator.profile.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.ProfileName;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void aTargetIsNamedAfterItsProfile() {
        assertThat(Targets.nameFor(new ProfileName("customer1"))).isEqualTo("test_customer1");
    }

    @Test
    void profilesWhoseNamesPostgresqlWouldCutOffKeepTargetsOfTheirOwn() {
        String one = Targets.nameFor(new ProfileName("c".repeat(62) + "1"));
        String other = Targets.nameFor(new ProfileName("c".repeat(62) + "2"));

        assertThat(one).hasSize(63).startsWith("test_ccc").isNotEqualTo(other);
    }
}
