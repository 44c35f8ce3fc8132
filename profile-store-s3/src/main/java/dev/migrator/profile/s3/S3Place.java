package dev.migrator.profile.s3;

import dev.migrator.profile.store.StoreKeys;
import dev.migrator.profile.store.Stores.StoreLocationException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * A bucket and the beginning of the keys in it.
 *
 * @param prefix empty, or it ends with {@code /}
 */
record S3Place(String bucket, String prefix) {

    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");

    static S3Place of(URI location) {
        String bucket = location.getRawAuthority();
        String path = location.getPath() == null ? "" : location.getPath().replaceAll("^/|/$", "");
        if (bucket == null || !BUCKET.matcher(bucket).matches() || location.getRawQuery() != null) {
            throw refused(location);
        }
        try {
            return new S3Place(bucket, path.isEmpty() ? "" : StoreKeys.require(path) + "/");
        } catch (IllegalArgumentException e) {
            throw refused(location);
        }
    }

    /** {@code s3://bucket/prefix}. */
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
    }

    private static StoreLocationException refused(URI location) {
        return new StoreLocationException(
                "not a bucket's location", location.toString(), "Write it like s3://bucket or s3://bucket/prefix");
    }
}
