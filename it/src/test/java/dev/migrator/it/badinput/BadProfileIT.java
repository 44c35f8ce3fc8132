package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile's name and its file, mistaken. */
class BadProfileIT extends BadInput {

    @Test
    void aProfileThatDoesNotExistIsAnsweredWithTheNearestName() throws Exception {
        refused(restore("custmer1"), "profile does not exist", "Did you mean customer1?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "A B", "x/y"})
    void aNameThatIsAPathOrHasBlanksIsNoProfileName(String name) throws Exception {
        refused(restore(name), "not a profile name", "lower-case letters");
    }

    @Test
    void aNameOf200CharactersIsNoProfileName() throws Exception {
        refused(restore("a".repeat(200)), "not a profile name", "200 characters");
    }

    @Test
    void aProfileWithoutARefAsksForAnUpload() throws Exception {
        refused(restore(), "customer1", "upload");
    }

    @Test
    void anUploadAsksForADecisionAboutPersonalData() throws Exception {
        decide("kind: user-generated\n");
        refused(upload(), "personal data", "none", "masked", "raw");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndTheNearestKey() throws Exception {
        decide("personalData: raw\npersonalDate: raw\n");
        MavenResult result = upload().run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("profiles/customer1/profile.yaml:2", "personalData");
    }
}
