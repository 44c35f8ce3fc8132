package dev.migrator.profile.s3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rights in front of a server that lets everybody do everything: passes requests on to it, save those that are forbidden.
 *
 * @param forbidden told method, path and query of a request: {@code GET /bucket?list-type=2&prefix=p}
 */
public record Rights(URI server, Predicate<String> forbidden) implements S3Gateway.Answer {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What each side of a connection says for itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding", "upgrade");

    @Override
    public void give(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (forbidden.test(request)) {
            S3Gateway.sendError(exchange, 403, "AccessDenied");
        } else {
            answer(exchange, ask(exchange));
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.toString() + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
