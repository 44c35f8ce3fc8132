package dev.migrator.profile.s3;

import dev.migrator.profile.store.Stores.StoreLocationException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the service, as configured.
 *
 * @param endpoint of a service that is not Amazon's; null for Amazon's
 * @param region null to take it from the AWS configuration
 * @param pathStyle whether the bucket stands in the path instead of the host name
 * @param profile of the AWS configuration; null for the one that is set there
 * @param fallback credentials for where the default chain finds none; null without
 */
record S3Settings(
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle,
        @Nullable String profile,
        @Nullable Keys fallback) {

    /** Credentials that were handed over; never printed. */
    record Keys(
            String accessKey, String secretKey, @Nullable String sessionToken) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** @param environment of the process; it may name an endpoint for all AWS programs */
    static S3Settings of(Map<String, String> options, Map<String, String> environment) {
        URI endpoint = endpoint(options, environment);
        String pathStyle = options.get("s3.pathStyle");
        return new S3Settings(
                endpoint,
                options.get("s3.region"),
                // Services of one's own seldom have a host name for each bucket.
                pathStyle == null ? endpoint != null : Boolean.parseBoolean(pathStyle),
                options.get("s3.profile"),
                keys(options));
    }

    private static @Nullable URI endpoint(Map<String, String> options, Map<String, String> environment) {
        String text = options.get("s3.endpoint");
        if (text == null) {
            text = environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.get("AWS_ENDPOINT_URL"));
        }
        if (text == null) {
            return null;
        }
        try {
            URI endpoint = URI.create(text);
            if (("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
                    && endpoint.getHost() != null
                    && endpoint.getRawUserInfo() == null) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text, which might hold credentials
        }
        throw new StoreLocationException(
                "not an address of an S3 service", "migrator.s3.endpoint", "Write it like https://s3.example.com:9000");
    }

    private static @Nullable Keys keys(Map<String, String> options) {
        String accessKey = options.get("s3.accessKey");
        String secretKey = options.get("s3.secretKey");
        return accessKey == null || secretKey == null
                ? null
                : new Keys(accessKey, secretKey, options.get("s3.sessionToken"));
    }
}
