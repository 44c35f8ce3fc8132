package dev.migrator.profile.s3;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.StoreKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A store in a bucket. An object is written by one request, so it appears whole or not at all; the format's objects are far smaller than
 * the 5 GiB that one request may carry. Safe for use by several threads.
 */
final class S3Store implements ObjectStore {

    /** As many keys as one request may delete. */
    private static final int BATCH = 1000;

    /** How often a conditional write is tried while others write the same key. */
    private static final int CONFLICTS = 5;

    private final S3Place place;
    private final TimeLimits limits;
    private final LazyClient client;
    private final S3Failure failure;

    S3Store(S3Place place, S3Settings settings, TimeLimits limits) {
        this.place = place;
        this.limits = limits;
        this.client = new LazyClient(() -> S3Clients.client(settings, limits));
        this.failure = new S3Failure(place, settings);
    }

    @Override
    public String location() {
        return place.toString();
    }

    @Override
    public InputStream get(String key, @Nullable ByteRange range) {
        String whole = whole(key);
        try {
            return new ObjectStream(client().getObject(request ->
                    request.bucket(place.bucket()).key(whole).range(range == null ? null : header(range))));
        } catch (S3Exception e) {
            if (range != null && e.statusCode() == 416) {
                return InputStream.nullInputStream();
            }
            throw failure.of(S3Action.READ, key, e);
        } catch (SdkException e) {
            throw failure.of(S3Action.READ, key, e);
        }
    }

    private static String header(ByteRange range) {
        return String.format(Locale.ROOT, "bytes=%d-%d", range.offset(), range.offset() + range.length() - 1);
    }

    @Override
    public boolean put(String key, byte[] body, boolean ifAbsent) {
        return put(key, RequestBody.fromBytes(body), body.length, ifAbsent);
    }

    @Override
    public boolean put(String key, Path body, boolean ifAbsent) {
        whole(key);
        try {
            return put(key, RequestBody.fromFile(body), Files.size(body), ifAbsent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what should be stored: " + body, e);
        }
    }

    private boolean put(String key, RequestBody body, long size, boolean ifAbsent) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(whole(key))
                .ifNoneMatch(ifAbsent ? "*" : null)
                .overrideConfiguration(
                        c -> c.apiCallAttemptTimeout(limits.attempt(size)).apiCallTimeout(limits.call(size)))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                client().putObject(request, body);
                return true;
            } catch (S3Exception e) {
                if (ifAbsent && e.statusCode() == 412) {
                    return false;
                }
                if (!ifAbsent || e.statusCode() != 409 || attempt == CONFLICTS) {
                    throw failure.of(S3Action.WRITE, key, e);
                }
            } catch (SdkException e) {
                throw failure.of(S3Action.WRITE, key, e);
            }
        }
    }

    @Override
    public List<StoredObject> list(String prefix) {
        StoreKeys.requirePrefix(prefix);
        try {
            return client()
                    .listObjectsV2Paginator(
                            request -> request.bucket(place.bucket()).prefix(place.prefix() + prefix))
                    .contents()
                    .stream()
                    .map(object -> new StoredObject(
                            object.key().substring(place.prefix().length()), object.size(), object.lastModified()))
                    .sorted(Comparator.comparing(StoredObject::key))
                    .toList();
        } catch (SdkException e) {
            throw failure.of(S3Action.LIST, prefix, e);
        }
    }

    @Override
    public void delete(Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        all.forEach(StoreKeys::require);
        for (int from = 0; from < all.size(); from += BATCH) {
            deleteBatch(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private void deleteBatch(List<String> keys) {
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(whole(key)).build())
                .toList();
        DeleteObjectsResponse response;
        try {
            response = client().deleteObjects(request -> request.bucket(place.bucket())
                    .delete(delete -> delete.objects(objects).quiet(true)));
        } catch (SdkException e) {
            throw failure.of(S3Action.DELETE, keys.get(0), e);
        }
        for (S3Error error : response.errors()) {
            throw failure.ofKey(
                    S3Action.DELETE, error.key().substring(place.prefix().length()), error.code());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private S3Client client() {
        return client.get();
    }

    private String whole(String key) {
        return place.prefix() + StoreKeys.require(key);
    }
}
