package dev.migrator.profile.s3;

import dev.migrator.profile.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The store {@code s3://bucket/acme} behind a gateway, and one call of each kind to it. */
final class GatewayStore {

    static final String SECRET = "planted/secret+key";

    /** For what does not answer, so that a test need not wait. */
    static final TimeLimits SHORT = new TimeLimits(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), 1 << 30);

    private GatewayStore() {}

    static ObjectStore open(URI endpoint, TimeLimits limits) {
        return new S3Store(S3Place.of(URI.create("s3://bucket/acme")), settings(endpoint), limits);
    }

    static S3Settings settings(URI endpoint) {
        Map<String, String> options = Map.of(
                "s3.endpoint",
                endpoint.toString(),
                "s3.region",
                "eu-central-1",
                "s3.accessKey",
                "AKIAPLANTED",
                "s3.secretKey",
                SECRET);
        return S3Settings.of(options, Map.of());
    }

    /** @param call {@code get}, {@code put}, {@code putIfAbsent}, {@code list} or {@code delete} */
    static void call(ObjectStore store, String call) throws IOException {
        switch (call) {
            case "get" -> store.get("p/key", null).close();
            case "put" -> store.put("p/key", new byte[3_000_000], false);
            case "putIfAbsent" -> store.put("p/key", new byte[1], true);
            case "list" -> store.list("p/key");
            default -> store.delete(List.of("p/key"));
        }
    }
}
