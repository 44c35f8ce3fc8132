package com.example.supportdesk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler for a method and a path such as {@code /tickets/{id}}, and turns what it throws into a response. */
final class Router implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    interface Handler {
        Response handle(Request request) throws IOException, SQLException;
    }

    private record Route(String method, PathPattern pattern, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    Router get(String pattern, Handler handler) {
        return add("GET", pattern, handler);
    }

    Router post(String pattern, Handler handler) {
        return add("POST", pattern, handler);
    }

    Router put(String pattern, Handler handler) {
        return add("PUT", pattern, handler);
    }

    private Router add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, new PathPattern(pattern), handler));
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange).writeTo(exchange);
        }
    }

    private Response respond(HttpExchange exchange) {
        try {
            return dispatch(exchange);
        } catch (HttpProblem problem) {
            return problem.response();
        } catch (SQLException failure) {
            return HttpProblem.of(failure).response();
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, exchange.getRequestURI().toString(), failure);
            return new HttpProblem(500, "The request failed; the log says why.").response();
        }
    }

    private Response dispatch(HttpExchange exchange) throws IOException, SQLException {
        String path = exchange.getRequestURI().getRawPath();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.pattern().match(path);
            if (variables.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                return route.handler().handle(new Request(exchange, variables.get()));
            }
        }
        throw HttpProblem.notFound(path);
    }
}
