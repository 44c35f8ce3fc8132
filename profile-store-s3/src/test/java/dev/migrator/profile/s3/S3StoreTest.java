package dev.migrator.profile.s3;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.ObjectStoreContract;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestS3;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
        HttpRequest health = HttpRequest.newBuilder(URI.create(S3.endpoint() + "/_localstack/health"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(health, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
