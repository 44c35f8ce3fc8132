package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An S3 server that all tests of this JVM share: S3Mock as a process of its own, or LocalStack in Docker, as {@code -Dit.backend} says.
 * Buckets are addressed by path. It ends with the JVM. Safe for use by several threads.
 *
 * @param product whose it is: {@code S3Mock}, {@code LocalStack}
 * @param endpoint without a slash at the end
 * @param region in which its buckets lie
 * @param accessKey accepted; so is any other, since neither server checks it
 * @param secretKey likewise
 */
public record TestS3(String product, URI endpoint, String region, String accessKey, String secretKey) {

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final int OK = 200;

    /** The one server, started if it does not run yet. */
    public static TestS3 shared() {
        return Shared.SERVER;
    }

    /**
     * Makes an empty bucket.
     *
     * @return its name, which no other bucket of the server has
     */
    public String createBucket() {
        String name = "bucket-" + ProcessHandle.current().pid() + "-" + BUCKETS.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/" + name))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", anonymousSignature())
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IllegalStateException("no bucket: " + response.statusCode() + " " + response.body());
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** LocalStack tells by the form of this header, which it does not check, that S3 is meant. */
    private String anonymousSignature() {
        return "AWS4-HMAC-SHA256 Credential=" + accessKey + "/20260101/" + region
                + "/s3/aws4_request, SignedHeaders=host, Signature=unchecked";
    }

    /** Made when S3 is first asked for. */
    private static final class Shared {
        static final TestS3 SERVER = Backend.chosen() == Backend.DOCKER ? LocalStack.start() : S3Mock.start();
    }
}
