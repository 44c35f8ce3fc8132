package dev.migrator.catalog.kind;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A libpq connection string, {@code host=db user=app} or {@code postgresql://app@db/}, with what is secret left out and the rest as it was.
 * The rules are libpq's own: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
 */
final class ConnectionString {

    private static final Pattern URI = Pattern.compile("(postgres(?:ql)?://)(.*)", Pattern.DOTALL);

    /** Up to the first {@code @} that no slash precedes; there a user's password begins at the first colon. */
    private static final Pattern LOGIN = Pattern.compile("([^:@/]*)(:[^@/]*)?@(.*)", Pattern.DOTALL);

    /** A backslash takes the next character as it is, in quotes and without. */
    private static final Pattern PAIR = Pattern.compile(
            "\\s*+([^=\\s]++)\\s*+=\\s*+('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|(?!')[^\\s\\\\]*+(?:\\\\.[^\\s\\\\]*+)*+\\\\?+)",
            Pattern.DOTALL);

    private ConnectionString() {}

    /** Empty, which is a connection string too, where libpq could make nothing of it. */
    static String withoutSecrets(String text) {
        Matcher uri = URI.matcher(text);
        return uri.matches() ? uri.group(1) + ofUri(uri.group(2)) : ofPairs(text);
    }

    private static String ofUri(String rest) {
        Matcher login = LOGIN.matcher(rest);
        String user = "";
        String address = rest;
        if (login.matches()) {
            user = login.group(1) + "@";
            address = login.group(3);
        }
        int query = address.indexOf('?');
        return user + (query < 0 ? address : address.substring(0, query) + ofQuery(address.substring(query + 1)));
    }

    private static String ofQuery(String query) {
        List<String> shown = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
            if (!isSecret(name)) {
                shown.add(pair);
            }
        }
        return shown.isEmpty() ? "" : "?" + String.join("&", shown);
    }

    /** The name may be written with percent signs. */
    private static boolean isSecret(String name) {
        try {
            return SecretOption.is(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static String ofPairs(String text) {
        List<String> shown = new ArrayList<>();
        Matcher pair = PAIR.matcher(text);
        boolean secrets = false;
        int end = 0;
        while (pair.find(end) && pair.start() == end) {
            end = pair.end();
            if (SecretOption.is(pair.group(1))) {
                secrets = true;
            } else {
                shown.add(pair.group().strip());
            }
        }
        if (!text.substring(end).isBlank()) {
            return "";
        }
        return secrets ? String.join(" ", shown) : text;
    }
}
