package dev.migrator.postgres;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A {@code jdbc:postgresql:} URL taken apart: what may be shown, what must not, and what the driver makes of both.
 *
 * @param start scheme and servers up to the slash before the database: {@code jdbc:postgresql://db.example:5432/}; the scheme alone
 *     where the servers are left to the service file or are this machine
 * @param database the database's name, not encoded; null where the URL leaves it to the service file or to the user's name
 * @param parameters what follows the question mark, piece by piece as it was written, without the secret ones
 * @param secrets user and passwords that stood among the parameters, decoded
 */
record ConnectionUrl(String start, @Nullable String database, List<String> parameters, Properties secrets) {

    private static final String SCHEME = "jdbc:postgresql:";
    private static final Set<String> SECRET = Set.of("user", "password", "sslpassword");

    /**
     * Takes a URL apart.
     *
     * @throws DatabaseUnreachableException where the driver cannot read the URL
     */
    static ConnectionUrl parse(String url) {
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        if (!address.startsWith(SCHEME) || Driver.parseURL(url, null) == null) {
            throw DatabaseUnreachableException.badUrl(address);
        }
        String rest = address.substring(SCHEME.length());
        int slash = rest.startsWith("//") ? rest.indexOf('/', 2) : -1;
        String path = rest.equals("//") ? "" : rest.substring(slash + 1);
        List<String> parameters = new ArrayList<>();
        Properties secrets = new Properties();
        for (String parameter :
                question < 0 ? new String[0] : url.substring(question + 1).split("&")) {
            int equals = parameter.indexOf('=');
            String key = equals < 0 ? parameter : parameter.substring(0, equals);
            if (SECRET.contains(key)) {
                secrets.setProperty(key, equals < 0 ? "" : decode(parameter.substring(equals + 1)));
            } else if (!parameter.isEmpty()) {
                parameters.add(parameter);
            }
        }
        return new ConnectionUrl(
                SCHEME + rest.substring(0, slash + 1),
                path.isEmpty() ? null : decode(path),
                List.copyOf(parameters),
                secrets);
    }

    ConnectionUrl withDatabase(String name) {
        return new ConnectionUrl(start, name, parameters, secrets);
    }

    /** The URL that may be shown: no user, no password. */
    String shown() {
        String path = database == null ? "" : URLEncoder.encode(database, StandardCharsets.UTF_8);
        String local = start.equals(SCHEME) && path.isEmpty() ? "//" : "";
        return start + local + path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    /** What the driver reads out of the URL and, where it names one, the service file. */
    String resolved(PGProperty property, String otherwise) {
        Properties read = Driver.parseURL(shown(), null);
        String value = read == null ? null : property.getOrDefault(read);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    @Override
    public String toString() {
        return shown();
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
