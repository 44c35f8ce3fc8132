package dev.migrator.profile.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.StoreException;
import dev.migrator.profile.store.Stores;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the settings change about the requests. */
class S3ConfigurationTest {

    private final S3Gateway s3 = new S3Gateway().sends("<ListBucketResult/>");
    private final Map<String, String> options = new HashMap<>();

    @BeforeEach
    void pointAtTheGateway() {
        options.put("s3.endpoint", s3.endpoint().toString());
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void without_a_region_amazon_cannot_be_asked() {
        useKeys();
        options.remove("s3.endpoint");

        assertThatThrownBy(() -> open("s3://bucket").list("p/"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("no region is known")
                .hasMessageContaining("migrator.s3.region");
    }

    @Test
    void the_region_is_signed_for_and_a_foreign_service_needs_none() {
        useKeys();
        open("s3://bucket").list("p/");
        assertThat(authorization()).contains("/us-east-1/s3/");

        options.put("s3.region", "eu-central-1");
        open("s3://bucket").list("p/");
        assertThat(authorization()).contains("/eu-central-1/s3/");
    }

    @Test
    void a_foreign_service_gets_no_checksums_that_it_might_not_know() {
        useKeys();

        open("s3://bucket").put("p/a", new byte[10], false);

        assertThat(s3.lastHeaders().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum"))
                .doesNotContain("X-amz-trailer", "X-amz-sdk-checksum-algorithm");
        assertThat(s3.lastHeaders().getFirst("Content-length")).isEqualTo("10");
    }

    @Test
    void the_bucket_stands_in_the_path_unless_told_otherwise() {
        useKeys();
        open("s3://bucket/acme").put("p/a", new byte[1], false);
        assertThat(s3.requests()).containsExactly("PUT /bucket/acme/p/a");

        options.put("s3.pathStyle", "false");
        // Whether bucket.localhost is known depends on the machine; what counts is that it is asked for.
        Throwable unknownHost = catchThrowable(() -> open("s3://bucket/acme").put("p/a", new byte[1], false));
        if (unknownHost == null) {
            assertThat(s3.lastHeaders().getFirst("Host")).startsWith("bucket.");
        } else {
            assertThat(unknownHost).hasMessageContaining("host name is not known");
        }
    }

    @Test
    void an_endpoint_that_is_set_for_all_aws_programs_counts() {
        S3Settings settings = S3Settings.of(Map.of(), Map.of("AWS_ENDPOINT_URL", "http://minio.local:9000"));

        assertThat(settings.endpoint()).hasToString("http://minio.local:9000");
        assertThat(settings.pathStyle()).isTrue();
        assertThat(S3Settings.of(Map.of(), Map.of()).pathStyle()).isFalse();
    }

    @Test
    void locations_and_endpoints_that_are_none_are_refused_when_the_store_is_opened() {
        for (String location :
                new String[] {"s3:bucket", "s3://", "s3:///prefix", "s3://bucket/a/../b", "s3://b?x=1"}) {
            assertThatThrownBy(() -> open(location))
                    .as(location)
                    .isInstanceOf(Stores.StoreLocationException.class)
                    .hasMessageContaining("s3://bucket/prefix");
        }
        for (String endpoint : new String[] {"minio:9000", "ftp://minio", "http://user:planted@minio", "http:// "}) {
            options.put("s3.endpoint", endpoint);
            assertThatThrownBy(() -> open("s3://bucket"))
                    .as(endpoint)
                    .isInstanceOf(Stores.StoreLocationException.class)
                    .hasMessageContaining("migrator.s3.endpoint")
                    .hasMessageNotContaining("planted");
        }
    }

    @Test
    void a_location_reads_the_same_with_and_without_a_slash_at_its_end() {
        assertThat(open("s3://bucket/").location()).isEqualTo("s3://bucket");
        assertThat(open("s3://bucket/acme/").location()).isEqualTo("s3://bucket/acme");
    }

    private void useKeys() {
        options.put("s3.accessKey", "AKIAEXAMPLE");
        options.put("s3.secretKey", "secret");
    }

    private ObjectStore open(String location) {
        return Stores.open(location, options);
    }

    private String authorization() {
        return s3.lastHeaders().getFirst("Authorization");
    }
}
