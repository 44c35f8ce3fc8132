package dev.migrator.profile.s3;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.StoreProvider;
import java.net.URI;
import java.util.Map;

/** Opens {@code s3://bucket/prefix}. */
public final class S3StoreProvider implements StoreProvider {

    @Override
    public String scheme() {
        return "s3";
    }

    @Override
    public ObjectStore open(URI location, Map<String, String> options) {
        S3Place place = S3Place.of(location);
        S3Settings settings = S3Settings.of(options, System.getenv());
        return new S3Store(place, settings, TimeLimits.STANDARD);
    }
}
