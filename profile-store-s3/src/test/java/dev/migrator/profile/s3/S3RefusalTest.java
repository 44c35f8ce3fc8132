package dev.migrator.profile.s3;

import static dev.migrator.profile.s3.GatewayStore.SECRET;
import static dev.migrator.profile.s3.GatewayStore.SHORT;
import static dev.migrator.profile.s3.GatewayStore.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service refuses, and in which words. */
class S3RefusalTest {

    private final S3Gateway s3 = new S3Gateway();

    @AfterEach
    void stop() {
        s3.close();
    }

    @ParameterizedTest
    @CsvSource({
        "get, no right to read in the store, s3:GetObject, s3://bucket/acme/p/key",
        "put, no right to write in the store, s3:PutObject, s3://bucket/acme/p/key",
        "putIfAbsent, no right to write in the store, s3:PutObject, s3://bucket/acme/p/key",
        "list, no right to list in the store, s3:ListBucket on the bucket, s3://bucket/acme/p/key",
        "delete, no right to delete in the store, s3:DeleteObject, s3://bucket/acme/p/key"
    })
    void a_refusal_names_the_right_that_is_missing(String call, String problem, String right, String object) {
        s3.refuses(403, "AccessDenied");

        assertThatThrownBy(() -> call(open(SHORT), call))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(right)
                .hasMessageContaining(object);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | InvalidAccessKeyId       | Denied      | does not accept the credentials | AWS_ACCESS_KEY_ID",
                "403 | SignatureDoesNotMatch    | Denied      | does not accept the credentials | server entry",
                "400 | ExpiredToken             | Denied      | credentials have expired        | aws sso login",
                "403 | RequestTimeTooSkewed     | Denied      | clock                           | timedatectl",
                "400 | KMS.DisabledException    | Denied      | KMS.DisabledException           | bucket's key",
                "401 | Unauthorized             | Denied      | no right to list                | s3:ListBucket",
                "404 | NoSuchBucket             | Unreachable | the bucket does not exist       | s3://bucket at http://localhost",
                "301 | PermanentRedirect        | Unreachable | another region                  | migrator.s3.region",
                "400 | AuthorizationHeaderMalformed | Unreachable | another region              | migrator.s3.region",
                "503 | SlowDown                 | Unreachable | SlowDown, status 503            | Try again",
                "500 | InternalError            | Unreachable | InternalError, status 500       | Try again",
                "405 | MethodNotAllowed         | Unreachable | MethodNotAllowed, status 405    | migrator.s3.endpoint"
            })
    void what_the_service_says_becomes_a_sentence_with_its_fix(
            int status, String code, String kind, String problem, String fix) {
        s3.refuses(status, code);

        assertThatThrownBy(() -> open(TimeLimits.STANDARD).list("p/"))
                .isInstanceOf(StoreException.class)
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
                .hasMessageContaining(problem)
                .hasMessageContaining(fix);
    }

    @Test
    void a_refused_read_may_be_a_missing_object() {
        s3.refuses(403, "AccessDenied");

        assertThatThrownBy(() -> open(SHORT).get("p/key", null))
                .hasMessageContaining("a missing object looks like this");
    }

    @Test
    void an_object_that_is_not_there_is_missing_and_a_bucket_that_is_not_there_is_no_object() {
        s3.refuses(404, "NoSuchKey").refuses(404, "NoSuchBucket");
        ObjectStore store = open(SHORT);

        assertThatThrownBy(() -> store.get("p/key", null)).isInstanceOf(StoreException.Missing.class);
        assertThatThrownBy(() -> store.get("p/key", null)).isInstanceOf(StoreException.Unreachable.class);
    }

    @Test
    void one_key_of_many_that_may_not_be_deleted_is_named() {
        s3.sends("<DeleteResult><Error><Key>acme/p/locked</Key><Code>AccessDenied</Code></Error></DeleteResult>");

        assertThatThrownBy(() -> open(SHORT).delete(List.of("p/free", "p/locked")))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("s3://bucket/acme/p/locked");
    }

    @Test
    void no_secret_is_in_what_is_thrown() {
        for (String code : List.of("AccessDenied", "SignatureDoesNotMatch", "InvalidAccessKeyId", "Odd")) {
            s3.refuses(403, code);
        }
        ObjectStore store = open(SHORT);

        for (int i = 0; i < 4; i++) {
            StringWriter trace = new StringWriter();
            catchThrowable(() -> store.list("p/")).printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("StoreException").doesNotContain(SECRET);
        }
        assertThat(GatewayStore.settings(s3.endpoint()).toString()).doesNotContain(SECRET);
        assertThat(store.location()).isEqualTo("s3://bucket/acme");
    }

    @Test
    void a_conditional_write_is_tried_again_when_others_write_at_the_same_time() {
        s3.refuses(409, "ConditionalRequestConflict").sends("");

        assertThat(open(SHORT).put("p/key", new byte[1], true)).isTrue();
        assertThat(s3.requests()).containsExactly("PUT /bucket/acme/p/key", "PUT /bucket/acme/p/key");
    }

    @Test
    void a_condition_that_does_not_hold_is_no_error() {
        s3.refuses(412, "PreconditionFailed");

        assertThat(open(SHORT).put("p/key", new byte[1], true)).isFalse();
    }

    private ObjectStore open(TimeLimits limits) {
        return GatewayStore.open(s3.endpoint(), limits);
    }
}
