package dev.migrator.profile.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that speaks as much S3 as it takes to refuse: it gives the answers that a test has laid out, in their order and the last one for
 * ever. Servers for tests check neither credentials nor rights, so their refusals have to come from here.
 */
public final class S3Gateway implements AutoCloseable {

    /** What it does with a request. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public S3Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Method and path of each request so far, in their order: {@code GET /bucket/key}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The headers of the last request. */
    Headers lastHeaders() {
        return headers.get(headers.size() - 1);
    }

    public S3Gateway answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** An error as S3 words it. */
    public S3Gateway refuses(int status, String code) {
        return answers(exchange -> sendError(exchange, status, code));
    }

    S3Gateway sends(String body) {
        return answers(exchange -> send(exchange, 200, body));
    }

    /** Takes the request and says nothing until the test is over. */
    S3Gateway isSilent() {
        return answers(exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Promises more bytes than it sends, and hangs up. */
    S3Gateway breaksOff(int promised, String body) {
        return answers(exchange -> {
            exchange.sendResponseHeaders(200, promised);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("as the test wants it");
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        headers.add(exchange.getRequestHeaders());
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        answer.give(exchange);
    }

    static void sendError(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "<Error><Code>" + code + "</Code><Message>As it says.</Message></Error>");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
