package com.example.supportdesk;

import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a handler may ask about the request that it answers. */
record Request(HttpExchange exchange, Map<String, String> pathVariables) {

    String path(String variable) {
        return pathVariables.get(variable);
    }

    long pathId() {
        return number("id", path("id"));
    }

    /** The parameter of the query string, or null. */
    String query(String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2 && parameter[0].equals(name))
                .map(parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    /** The parameter of the query string as a number, or null. */
    Long queryNumber(String name) {
        String value = query(name);
        return value == null ? null : number(name, value);
    }

    /** The body read as JSON; a member that it lacks is null in the record. */
    <T> T json(Class<T> type) throws IOException {
        try {
            T value = Json.MAPPER.readValue(body(), type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException malformed) {
            // Told to the caller in the same words as a body that says null.
        }
        throw new HttpProblem(400, "The body is no JSON of the expected form.");
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException malformed) {
            throw new HttpProblem(400, name + " must be a number");
        }
    }
}
