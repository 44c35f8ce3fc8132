package dev.migrator.testing;

import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container, from the image that {@code IT_LOCALSTACK_IMAGE} names; Testcontainers ends it with this JVM. */
final class LocalStack {

    /** The last one that starts without an account. */
    private static final String IMAGE = "localstack/localstack:4.14";

    private LocalStack() {}

    static TestS3 start() {
        String image = System.getenv().getOrDefault("IT_LOCALSTACK_IMAGE", IMAGE);
        // Both services: with s3 alone, encryption with KMS and no key of one's own fails.
        LocalStackContainer container = new LocalStackContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("s3", "kms");
        container.start();
        return new TestS3(
                "LocalStack",
                URI.create(container.getEndpoint().toString().replaceAll("/$", "")),
                container.getRegion(),
                container.getAccessKey(),
                container.getSecretKey());
    }
}
