package dev.migrator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TestS3Test {

    private final TestS3 s3 = TestS3.shared();

    @Test
    void a_created_bucket_keeps_objects() throws Exception {
        String bucket = s3.createBucket();

        assertThat(send(request(bucket + "/key").PUT(HttpRequest.BodyPublishers.ofString("value"))))
                .isEmpty();
        assertThat(send(request(bucket + "/key").GET())).isEqualTo("value");
    }

    @Test
    void each_bucket_has_a_name_of_its_own() {
        assertThat(s3.createBucket()).isNotEqualTo(s3.createBucket());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(s3.endpoint() + "/" + path));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
