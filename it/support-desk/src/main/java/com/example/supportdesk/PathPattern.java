package com.example.supportdesk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The path of a route, in which {@code {name}} stands for any one segment. */
final class PathPattern {
    private final String[] segments;

    PathPattern(String pattern) {
        this.segments = pattern.split("/", -1);
    }

    /** The variables of the pattern with the decoded segments that stand in their places, or empty where the path is another. */
    Optional<Map<String, String>> match(String rawPath) {
        String[] given = rawPath.split("/", -1);
        if (given.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String wanted = segments[i];
            String segment = decode(given[i]);
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), segment);
            } else if (!wanted.equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static String decode(String segment) {
        // URLDecoder reads forms, where a plus is a space; in a path it is a plus.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
