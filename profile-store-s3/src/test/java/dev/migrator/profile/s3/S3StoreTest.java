package dev.migrator.profile.s3;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.ObjectStoreContract;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestS3;
import java.util.Map;

class S3StoreTest extends ObjectStoreContract {

    private static final TestS3 S3 = TestS3.shared();

    @Override
    protected ObjectStore openEmptyStore() {
        return open(S3.createBucket() + "/some/prefix");
    }

    /** LocalStack does. S3Mock lets several conditional writes win, and sends half an object while it is replaced. */
    @Override
    protected boolean keepsItsWordInRaces() {
        return S3.product().equals("LocalStack");
    }

    static ObjectStore open(String bucketAndPrefix) {
        return Stores.open(
                "s3://" + bucketAndPrefix,
                Map.of(
                        "s3.endpoint", S3.endpoint().toString(),
                        "s3.region", S3.region(),
                        "s3.accessKey", S3.accessKey(),
                        "s3.secretKey", S3.secretKey()));
    }
}
