package com.example.supportdesk.acceptance;

import com.example.supportdesk.SupportDesk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The support desk, running on the restored database for the time of a test class, and what the tests say to it over HTTP.
 *
 * <p>Tests that write do so for a customer of their own, so that what was restored stays as it was for the others.
 */
final class RunningDesk implements BeforeAllCallback, AfterAllCallback {

    /** An answer: its status and its body. */
    record Answer(int status, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException malformed) {
                throw new AssertionError(malformed);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private SupportDesk desk;
    private RestoredDatabase restored;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        restored = RestoredDatabase.read();
        desk = SupportDesk.start(restored.dataSource(), restored.uploads(), 0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        desk.close();
    }

    String profile() {
        return restored.profile();
    }

    Path uploads() {
        return restored.uploads();
    }

    Answer get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    Answer post(String path, Map<String, Object> body) {
        return send(path, HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(bytes(body))));
    }

    Answer put(String path, Map<String, Object> body) {
        return put(path, bytes(body));
    }

    Answer put(String path, byte[] body) {
        return send(path, HttpRequest.newBuilder().PUT(BodyPublishers.ofByteArray(body)));
    }

    /** A customer that no other test knows. */
    long newCustomer() {
        Map<String, Object> customer = Map.of("name", "Test customer", "email", UUID.randomUUID() + "@test.example");
        return idOfNew("/customers", customer);
    }

    /** An open ticket of normal priority. */
    long newTicket(long customer) {
        return newTicket(customer, "Test ticket", "normal");
    }

    long newTicket(long customer, String subject, String priority) {
        Map<String, Object> ticket =
                Map.of("customerId", customer, "subject", subject, "body", "A body", "priority", priority);
        return idOfNew("/tickets", ticket);
    }

    private long idOfNew(String path, Map<String, Object> body) {
        Answer answer = post(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer.json());
        }
        return answer.json().get("id").longValue();
    }

    private Answer send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request.uri(URI.create(desk.address() + path)).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new AssertionError(path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, interrupted);
        }
    }

    private static byte[] bytes(Map<String, Object> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
