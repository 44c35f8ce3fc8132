package dev.migrator.profile.store;

import java.net.URI;
import java.util.Map;

/** Opens stores of one URI scheme; found by {@link java.util.ServiceLoader}, so that an SDK stays off the class paths of those who do not use it. */
public interface StoreProvider {

    /** The scheme in lower case: {@code file}, {@code s3}. */
    String scheme();

    /**
     * Opens the store without a call to it, so that an unreachable one is found by the first use.
     *
     * @param location as configured, {@code s3://bucket/prefix}
     * @param options what else was configured, keys without the {@code migrator.} prefix: {@code s3.endpoint}, {@code s3.region}, …; values may be
     *     secrets and are never printed
     */
    ObjectStore open(URI location, Map<String, String> options);
}
