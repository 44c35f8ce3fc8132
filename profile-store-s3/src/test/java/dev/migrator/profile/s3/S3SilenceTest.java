package dev.migrator.profile.s3;

import static dev.migrator.profile.s3.GatewayStore.SHORT;
import static dev.migrator.profile.s3.GatewayStore.call;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.ObjectStore.ByteRange;
import dev.migrator.profile.store.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when no answer comes, or only half of one. */
@Tag("slow")
class S3SilenceTest {

    private final S3Gateway s3 = new S3Gateway();

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void trouble_that_passes_is_not_seen() {
        s3.refuses(503, "SlowDown").refuses(500, "InternalError").sends("<ListBucketResult/>");

        assertThat(open(TimeLimits.STANDARD).list("p/")).isEmpty();
        assertThat(s3.requests()).hasSize(3);
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
        URI closed = s3.endpoint();
        s3.close();

        assertThatThrownBy(() -> GatewayStore.open(closed, TimeLimits.STANDARD).list("p/"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("nothing accepts connections there")
                .hasMessageContaining(closed.toString());
        assertThatThrownBy(() -> GatewayStore.open(URI.create("http://no-such-host.invalid"), TimeLimits.STANDARD)
                        .list("p/"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("host name is not known")
                .hasMessageContaining("http://no-such-host.invalid");
    }

    @Test
    void https_to_a_service_that_speaks_http_is_told_apart() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerInPlainText(plain));
            server.start();

            assertThatThrownBy(() -> GatewayStore.open(
                                    URI.create("https://localhost:" + plain.getLocalPort()), TimeLimits.STANDARD)
                            .list("p/"))
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

    private ObjectStore open(TimeLimits limits) {
        return GatewayStore.open(s3.endpoint(), limits);
    }
}
