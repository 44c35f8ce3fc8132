package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> PROFILES = List.of("clean-db", "customer1", "customer2", "user-generated");

    @ParameterizedTest
    @CsvSource({"custmer1, customer1", "cutsomer2, customer2", "Clean-DB, clean-db", "usergenerated, user-generated"})
    void findsWhatWasMeant(String mistyped, String meant) {
        assertThat(NearestName.to(mistyped, PROFILES)).contains(meant);
    }

    @Test
    void offersNothingWhereNothingIsNear() {
        assertThat(NearestName.to("production", PROFILES)).isEmpty();
    }

    @Test
    void countsAPairOfSwappedLettersAsOneStep() {
        assertThat(NearestName.distance("ab", "ba")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }
}
