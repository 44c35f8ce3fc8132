package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private static final MaskedColumn EMAIL = new MaskedColumn("public", "customers", "email", "md5(email)");
    private static final MaskedColumn NAME = new MaskedColumn("public", "customers", "name", "'x'");

    @Test
    void theDigestDependsOnEachMaskAndNotOnTheirOrder() {
        String digest = masked(EMAIL, NAME).digest();

        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(masked(NAME, EMAIL).digest()).isEqualTo(digest);
        assertThat(masked(EMAIL).digest()).isNotEqualTo(digest);
        assertThat(masked(EMAIL, new MaskedColumn("public", "customers", "name", "'y'"))
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void whereNothingIsMaskedThereIsNoDigest() {
        assertThat(Masking.raw().digest()).isNull();
        assertThat(Masking.none().digest()).isNull();
    }

    @Test
    void masksThatTheDecisionWouldSwitchOffAreRefused() {
        assertThatThrownBy(() -> new Masking(PersonalData.RAW, List.of(EMAIL), Set.of(), false))
                .isInstanceOf(CaptureException.MaskingRefused.class)
                .hasMessage("there are masks, but personalData is raw: public.customers.email."
                        + " Set personalData: masked together with mask: in profile.yaml, or neither");
    }

    @Test
    void maskedWithoutAMaskIsRefused() {
        assertThatThrownBy(() -> new Masking(PersonalData.MASKED, List.of(), Set.of(), false))
                .hasMessageStartingWith("personalData is masked, but there is no mask");
    }

    @Test
    void aColumnThatIsBothMaskedAndKeptIsRefused() {
        assertThatThrownBy(() -> new Masking(PersonalData.MASKED, List.of(EMAIL), Set.of(EMAIL.name()), false))
                .hasMessageStartingWith("a column is masked twice, or masked and kept: public.customers.email.");
    }

    private static Masking masked(MaskedColumn... masks) {
        return new Masking(PersonalData.MASKED, List.of(masks), Set.of(), false);
    }
}
