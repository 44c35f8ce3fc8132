package dev.migrator.profile.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.StoreException;
import dev.migrator.profile.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where credentials come from, and in which order. */
class S3CredentialsTest {

    private final S3Gateway s3 = new S3Gateway().sends("<ListBucketResult/>");
    private final Map<String, String> options = new HashMap<>();

    @BeforeEach
    void pointAtTheGateway() {
        options.put("s3.endpoint", s3.endpoint().toString());
    }

    @AfterEach
    void stop() throws IOException {
        s3.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.clearProperty("aws.endpointUrlSts");
        Files.deleteIfExists(awsCredentials());
        Files.deleteIfExists(awsConfig());
    }

    @Test
    void the_fallback_is_used_where_the_default_chain_finds_nothing() {
        fallback("AKIAFALLBACK");

        open("s3://bucket").list("p/");

        assertThat(authorization()).contains("Credential=AKIAFALLBACK/");
        assertThat(s3.lastHeaders()).doesNotContainKey("X-amz-security-token");
    }

    @Test
    void the_default_chain_comes_first() {
        fallback("AKIAFALLBACK");
        System.setProperty("aws.accessKeyId", "AKIACHAIN");
        System.setProperty("aws.secretAccessKey", "secret");

        open("s3://bucket").list("p/");

        assertThat(authorization()).contains("Credential=AKIACHAIN/");
    }

    @Test
    void a_session_token_goes_with_its_keys() {
        fallback("AKIAFALLBACK");
        options.put("s3.sessionToken", "the-token");

        open("s3://bucket").list("p/");

        assertThat(s3.lastHeaders().getFirst("X-amz-security-token")).isEqualTo("the-token");
    }

    @Test
    void a_profile_of_the_aws_configuration_can_be_chosen() throws IOException {
        Files.createDirectories(awsCredentials().getParent());
        Files.writeString(awsCredentials(), """
                [default]
                aws_access_key_id = AKIADEFAULT
                aws_secret_access_key = secret
                [backup]
                aws_access_key_id = AKIABACKUP
                aws_secret_access_key = secret
                """);
        options.put("s3.profile", "backup");

        open("s3://bucket").list("p/");

        assertThat(authorization()).contains("Credential=AKIABACKUP/");
    }

    @Test
    void a_role_is_assumed_where_the_profile_says_so() throws IOException {
        S3Gateway sts = new S3Gateway().sends("""
                        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                        <AccessKeyId>AKIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
                        <SessionToken>role-token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>
                        </Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        System.setProperty("aws.endpointUrlSts", sts.endpoint().toString());
        configure("""
                [profile deploy]
                role_arn = arn:aws:iam::123456789012:role/backup
                source_profile = base
                region = eu-central-1
                [profile base]
                aws_access_key_id = AKIABASE
                aws_secret_access_key = secret
                """);
        options.put("s3.profile", "deploy");

        open("s3://bucket").list("p/");

        assertThat(authorization()).contains("Credential=AKIAROLE/").contains("/eu-central-1/s3/");
        assertThat(s3.lastHeaders().getFirst("X-amz-security-token")).isEqualTo("role-token");
        sts.close();
    }

    @Test
    void who_has_not_logged_in_is_told_how() throws IOException {
        configure("""
                [profile team]
                sso_session = corp
                sso_account_id = 123456789012
                sso_role_name = reader
                [sso-session corp]
                sso_region = eu-central-1
                sso_start_url = https://corp.example.com/start
                """);
        options.put("s3.profile", "team");

        assertThatThrownBy(() -> open("s3://bucket").list("p/"))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("aws sso login --profile team");
    }

    @Test
    void without_credentials_the_places_to_put_them_are_named() {
        assertThatThrownBy(() -> open("s3://bucket").list("p/"))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("no credentials")
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageContaining("migrator.s3.server");
        assertThat(s3.requests()).isEmpty();
    }

    private void fallback(String accessKey) {
        options.put("s3.accessKey", accessKey);
        options.put("s3.secretKey", "secret");
    }

    private ObjectStore open(String location) {
        return Stores.open(location, options);
    }

    private String authorization() {
        return s3.lastHeaders().getFirst("Authorization");
    }

    private static void configure(String text) throws IOException {
        Files.createDirectories(awsConfig().getParent());
        Files.writeString(awsConfig(), text);
    }

    private static Path awsConfig() {
        return Path.of(System.getenv("AWS_CONFIG_FILE"));
    }

    private static Path awsCredentials() {
        return Path.of(System.getenv("AWS_SHARED_CREDENTIALS_FILE"));
    }
}
