package dev.migrator.profile.s3;

import dev.migrator.error.MigratorException;
import dev.migrator.profile.store.StoreException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the service or the SDK says, in the words of a store. Nothing of a request is repeated but bucket, key and endpoint. */
final class S3Failure {

    private final S3Place place;
    private final S3Settings settings;

    S3Failure(S3Place place, S3Settings settings) {
        this.place = place;
        this.settings = settings;
    }

    /** @param key as the caller knows it, without the prefix of the place */
    MigratorException of(S3Action action, String key, SdkException e) {
        if (e instanceof AwsServiceException refusal) {
            return refused(action, key, code(refusal), refusal);
        }
        return new NoAnswer(service(), settings.profile()).of(e);
    }

    /** For one key of many that the service refused. */
    StoreException ofKey(S3Action action, String key, @Nullable String code) {
        return refused(action, key, code == null ? "" : code, null);
    }

    private StoreException refused(S3Action action, String key, String code, @Nullable AwsServiceException e) {
        String object = place + "/" + key;
        return switch (code) {
            case "NoSuchKey" ->
                new StoreException.Missing(
                        "the store has no such object",
                        object,
                        "Bring it back from a backup of the bucket, or use another snapshot",
                        e);
            case "NoSuchBucket", "InvalidBucketName" ->
                new StoreException.Unreachable(
                        "the bucket does not exist",
                        "s3://" + place.bucket() + " at " + service(),
                        "Create it, or correct migrator.store, migrator.s3.endpoint or migrator.s3.region",
                        e);
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException" ->
                new StoreException.Unreachable(
                        "the bucket lies in another region",
                        "s3://" + place.bucket() + " at " + service(),
                        "Set migrator.s3.region to the bucket's region",
                        e);
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "InvalidClientTokenId" ->
                denied("the store does not accept the credentials (" + code + ")", service(), wrongKeys(), e);
            case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired" ->
                denied("the credentials have expired", service(), renewal(), e);
            case "RequestTimeTooSkewed" ->
                denied(
                        "this machine's clock differs too much from the store's",
                        service(),
                        "Set the clock (timedatectl set-ntp true), then try again",
                        e);
            default -> other(action, object, code, e);
        };
    }

    private StoreException other(S3Action action, String object, String code, @Nullable AwsServiceException e) {
        int status = e == null ? 0 : e.statusCode();
        if (status == 401 || status == 403 || code.startsWith("AccessDenied") || code.startsWith("KMS")) {
            return denied(
                    "no right to " + action.verb() + " in the store"
                            + (code.startsWith("KMS") ? " (" + code + ")" : ""),
                    object,
                    "Allow " + action.right() + (action == S3Action.LIST ? " on the bucket" : " on this prefix")
                            + (code.startsWith("KMS") ? " and the use of the bucket's key" : "")
                            + " to these credentials, or use others"
                            // Who may not list is not told that an object is missing.
                            + (action == S3Action.READ
                                    ? "; without s3:ListBucket a missing object looks like this too"
                                    : ""),
                    e);
        }
        return new StoreException.Unreachable(
                "the store cannot " + action.verb() + " (" + (code.isEmpty() ? "" : code + ", ") + "status " + status
                        + ")",
                object + " at " + service(),
                status >= 500
                        ? "Try again; the service has trouble of its own"
                        : "Look at what the service says with -e, and at migrator.s3.endpoint",
                e);
    }

    private static StoreException denied(String problem, String subject, String fix, @Nullable AwsServiceException e) {
        return new StoreException.Denied(problem, subject, fix, e);
    }

    /** Services that answer without a body say only a status; S3 does so where a body is not allowed. */
    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        if (code != null && !code.isEmpty()) {
            return code;
        }
        return switch (e.statusCode()) {
            case 301, 307, 308 -> "PermanentRedirect";
            case 404 -> "NoSuchKey";
            default -> "";
        };
    }

    private String service() {
        return settings.endpoint() == null ? "Amazon S3" : settings.endpoint().toString();
    }

    private String wrongKeys() {
        return "Check where they come from: the environment (AWS_ACCESS_KEY_ID), "
                + (settings.profile() == null ? "~/.aws" : "the profile " + settings.profile() + " of ~/.aws")
                + ", or the server entry of settings.xml";
    }

    private String renewal() {
        return "Log in again (aws sso login" + (settings.profile() == null ? "" : " --profile " + settings.profile())
                + "), or renew the session that they come from";
    }
}
