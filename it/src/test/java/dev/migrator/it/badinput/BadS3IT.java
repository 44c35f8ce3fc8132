package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import dev.migrator.profile.s3.Rights;
import dev.migrator.profile.s3.S3Gateway;
import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store in S3 that does not answer, or refuses. */
class BadS3IT extends UploadedOnce {

    private static final String SECRET = "planted/secret+key";

    private final TestS3 s3 = TestS3.shared();
    private final S3Gateway gateway = new S3Gateway();
    private String store;

    @BeforeEach
    void bringTheSnapshotToS3() throws IOException {
        store = "s3://" + s3.createBucket() + "/acme";
        Path files = folder.resolve("store");
        try (ObjectStore bucket = bucket();
                Stream<Path> all = Files.walk(files)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> bucket.put(files.relativize(file).toString(), file, false));
        }
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Override
    String store() {
        return store;
    }

    @Override
    List<String> stored() {
        try (ObjectStore bucket = bucket()) {
            return bucket.list("").stream().map(Object::toString).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "restore"})
    void anAddressWhereNobodyAnswersIsNamed(String goal) throws Exception {
        refusedWithoutSecret(
                typed(goal).with("migrator.s3.endpoint", "http://127.0.0.1:1"),
                "the store cannot be reached: nothing accepts connections there",
                "http://127.0.0.1:1",
                "Check migrator.s3.endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "restore"})
    void aBucketThatDoesNotExistIsNamed(String goal) throws Exception {
        refusedWithoutSecret(
                typed(goal)
                        .with("migrator.s3.endpoint", s3.endpoint())
                        .with("migrator.store", "s3://no-such-bucket/acme"),
                "the bucket does not exist: s3://no-such-bucket at " + s3.endpoint(),
                "Create it, or correct migrator.store");
    }

    @ParameterizedTest
    @CsvSource({
        "upload,  403, InvalidAccessKeyId",
        "restore, 403, InvalidAccessKeyId",
        "restore, 403, SignatureDoesNotMatch"
    })
    void wrongCredentialsAreSaidToBeThat(String goal, int status, String code) throws Exception {
        gateway.refuses(status, code);
        denied(
                goal,
                "the store does not accept the credentials (" + code + ")",
                gateway.endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "settings.xml");
    }

    @Test
    void credentialsThatHaveExpiredAreToBeRenewed() throws Exception {
        gateway.refuses(400, "ExpiredToken");
        denied("restore", "the credentials have expired", gateway.endpoint().toString(), "aws sso login");
    }

    @Test
    void anUploadMustBeAllowedToListAndARestoreNeedNot() throws Exception {
        forbid(request -> request.contains("list-type"));
        denied("upload", "no right to list in the store", store + "/customer1/", "Allow s3:ListBucket on the bucket");
        passes(throughTheGateway("restore"));
    }

    @Test
    void aRestoreMustBeAllowedToRead() throws Exception {
        forbid(request -> request.contains("/packs/"));
        denied("restore", "no right to read in the store", store + "/customer1/packs/", "Allow s3:GetObject");
    }

    @Test
    void anUploadMustBeAllowedToWrite() throws Exception {
        forbid(request -> request.startsWith("PUT"));
        denied("upload", "no right to write in the store", store + "/customer1/", "Allow s3:PutObject");
    }

    @Test
    void noCredentialsAtAllAreAnsweredWithTheWaysToGiveThem() throws Exception {
        MavenBuild build = throughTheGateway("restore")
                .environment("AWS_ACCESS_KEY_ID", "")
                .environment("AWS_SECRET_ACCESS_KEY", "");
        refused(build, "there are no credentials for the store", "Set AWS_ACCESS_KEY_ID", "migrator.s3.server");
    }

    private void forbid(Predicate<String> request) {
        gateway.answers(new Rights(s3.endpoint(), request));
    }

    private void denied(String goal, String... words) throws Exception {
        refusedWithoutSecret(throughTheGateway(goal), words);
    }

    private void refusedWithoutSecret(MavenBuild build, String... words) throws Exception {
        MavenResult result = refused(build.arguments("-e"), words);
        assertThat(result.output()).doesNotContain(SECRET);
    }

    private MavenBuild throughTheGateway(String goal) {
        return typed(goal).with("migrator.s3.endpoint", gateway.endpoint());
    }

    /** With credentials by the environment, and by nothing else that the machine may have. */
    private MavenBuild typed(String goal) {
        return (goal.equals("upload") ? upload() : restore())
                .with("migrator.s3.region", s3.region())
                .environment("AWS_ACCESS_KEY_ID", "AKIAPLANTED")
                .environment("AWS_SECRET_ACCESS_KEY", SECRET)
                .environment("AWS_CONFIG_FILE", folder.resolve("none").toString())
                .environment(
                        "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString())
                .environment("AWS_EC2_METADATA_DISABLED", "true");
    }

    private ObjectStore bucket() {
        return Stores.open(
                store,
                Map.of(
                        "s3.endpoint",
                        s3.endpoint().toString(),
                        "s3.region",
                        s3.region(),
                        "s3.accessKey",
                        s3.accessKey(),
                        "s3.secretKey",
                        s3.secretKey()));
    }
}
