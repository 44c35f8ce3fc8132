package dev.migrator.profile.s3;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** A client that is made by its first use, since making one may ask the machine's surroundings for a region. Safe for use by several threads. */
final class LazyClient implements AutoCloseable {

    private final Supplier<S3Client> maker;
    private @Nullable S3Client client;

    LazyClient(Supplier<S3Client> maker) {
        this.maker = maker;
    }

    synchronized S3Client get() {
        S3Client made = client == null ? maker.get() : client;
        client = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
