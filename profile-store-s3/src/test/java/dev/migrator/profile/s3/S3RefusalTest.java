package dev.migrator.profile.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.ObjectStore.ByteRange;
import dev.migrator.profile.store.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3RefusalTest {

    private static final String SECRET = "planted/secret+key";

    private static final TimeLimits SHORT = new TimeLimits(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), 1 << 30);

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
        assertThat(settings().toString()).doesNotContain(SECRET);
        assertThat(store.location()).isEqualTo("s3://bucket/acme");
    }

    @Test
    void trouble_that_passes_is_not_seen() {
        s3.refuses(503, "SlowDown").refuses(500, "InternalError").sends("<ListBucketResult/>");

        assertThat(open(TimeLimits.STANDARD).list("p/")).isEmpty();
        assertThat(s3.requests()).hasSize(3);
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

    @ParameterizedTest
    @CsvSource({"get", "put", "putIfAbsent", "list", "delete"})
    void a_service_that_does_not_answer_is_given_up(String call) {
        s3.isSilent();

        assertThatThrownBy(() -> call(open(SHORT), call))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("does not answer in time")
                .hasMessageContaining(s3.endpoint().toString());
    }

    @Test
    void a_service_that_stops_taking_a_large_body_is_given_up() {
        s3.isSilent();

        assertThatThrownBy(() -> open(SHORT).put("p/key", new byte[40_000_000], false))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("does not answer in time");
    }

    @Test
    void an_object_that_breaks_off_is_an_error_and_no_short_object() throws IOException {
        s3.breaksOff(100, "only this");

        try (InputStream in = open(SHORT).get("p/key", null)) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("91 bytes");
        }
    }

    @Test
    void an_object_that_stops_in_the_middle_is_given_up() throws IOException {
        s3.answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("only this".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        });

        try (InputStream in = open(SHORT).get("p/key", new ByteRange(0, 100))) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_address_where_nobody_is_says_what_is_wrong_with_it() {
        String closed = s3.endpoint().toString();
        s3.close();

        assertThatThrownBy(() -> open(closed).list("p/"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("nothing accepts connections there")
                .hasMessageContaining(closed);
        assertThatThrownBy(() -> open("http://no-such-host.invalid").list("p/"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("host name is not known")
                .hasMessageContaining("http://no-such-host.invalid");
    }

    @Test
    void https_to_a_service_that_speaks_http_is_told_apart() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerInPlainText(plain));
            server.start();

            assertThatThrownBy(() ->
                            open("https://localhost:" + plain.getLocalPort()).list("p/"))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("no secure connection");
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void call(ObjectStore store, String call) throws IOException {
        switch (call) {
            case "get" -> store.get("p/key", null).close();
            case "put" -> store.put("p/key", new byte[3_000_000], false);
            case "putIfAbsent" -> store.put("p/key", new byte[1], true);
            case "list" -> store.list("p/key");
            default -> store.delete(List.of("p/key"));
        }
    }

    private ObjectStore open(TimeLimits limits) {
        return new S3Store(S3Place.of(URI.create("s3://bucket/acme")), settings(), limits);
    }

    private static ObjectStore open(String endpoint) {
        return new S3Store(
                S3Place.of(URI.create("s3://bucket/acme")),
                S3Settings.of(options(endpoint), Map.of()),
                new TimeLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        1));
    }

    private S3Settings settings() {
        return S3Settings.of(options(s3.endpoint().toString()), Map.of());
    }

    private static Map<String, String> options(String endpoint) {
        return Map.of(
                "s3.endpoint",
                endpoint,
                "s3.region",
                "eu-central-1",
                "s3.accessKey",
                "AKIAPLANTED",
                "s3.secretKey",
                SECRET);
    }
}
