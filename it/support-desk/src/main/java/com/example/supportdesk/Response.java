package com.example.supportdesk;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A status, headers and a body of known length. */
record Response(int status, Map<String, String> headers, long length, Body body) {

    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Response ok(Object value) {
        return json(200, value);
    }

    static Response created(Object value) {
        return json(201, value);
    }

    static Response json(int status, Object value) {
        return bytes(status, "application/json", Json.write(value));
    }

    static Response bytes(int status, String contentType, byte[] bytes) {
        return new Response(status, Map.of("Content-Type", contentType), bytes.length, out -> out.write(bytes));
    }

    /** The file as a download that a browser stores under {@code fileName}. */
    static Response download(Path file, String fileName) {
        try {
            String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    "application/octet-stream",
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''" + encoded);
            return new Response(200, headers, Files.size(file), out -> Files.copy(file, out));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void writeTo(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        // To the JDK's server a length of 0 means chunked and -1 means no body.
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        body.writeTo(exchange.getResponseBody());
    }
}
