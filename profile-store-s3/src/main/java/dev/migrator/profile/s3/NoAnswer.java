package dev.migrator.profile.s3;

import dev.migrator.error.MigratorException;
import dev.migrator.profile.store.StoreException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What failed on this side of the service: no credentials, no region, no connection, no answer. */
final class NoAnswer {

    private final String service;
    private final @Nullable String profile;

    NoAnswer(String service, @Nullable String profile) {
        this.service = service;
        this.profile = profile;
    }

    MigratorException of(SdkException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("sso") && (words.contains("expired") || words.contains("token"))) {
            return new StoreException.Denied(
                    "the login by SSO is missing or over",
                    service,
                    "Log in: aws sso login" + (profile == null ? "" : " --profile " + profile),
                    e);
        }
        if (words.contains("credentials")) {
            return new StoreException.Denied(
                    "there are no credentials for the store",
                    service,
                    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, migrator.s3.profile, or migrator.s3.server"
                            + " with a server entry in settings.xml",
                    e);
        }
        if (words.contains("unable to load region")) {
            return new StoreException.Unreachable(
                    "no region is known for the store", service, "Set migrator.s3.region or AWS_REGION", e);
        }
        return unreachable(reason(e), e);
    }

    private StoreException unreachable(String reason, SdkException e) {
        return new StoreException.Unreachable(
                "the store cannot be reached: " + reason,
                service,
                "Check migrator.s3.endpoint and the network, proxy and firewall between here and there",
                e);
    }

    private static String reason(SdkException e) {
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return "it does not answer in time";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "its host name is not known";
            }
            if (cause instanceof SocketTimeoutException) {
                return "it does not answer in time";
            }
            if (cause instanceof ConnectException) {
                return "nothing accepts connections there";
            }
            if (cause instanceof SSLException) {
                return "no secure connection can be made (its certificate, or http where https is spoken)";
            }
        }
        return "the connection failed";
    }
}
