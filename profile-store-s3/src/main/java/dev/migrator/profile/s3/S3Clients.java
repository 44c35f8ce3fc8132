package dev.migrator.profile.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the SDK's client of what is configured. */
final class S3Clients {

    private S3Clients() {}

    static S3Client client(S3Settings settings, TimeLimits limits) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region(settings))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(limits.connect())
                        .socketTimeout(limits.silence()))
                .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(limits.attempt())
                        .apiCallTimeout(limits.call()));
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            // Many services refuse the checksums that the SDK has added to every request since 2025, and some the
            // bodies that
            // it signs piece by piece.
            builder.endpointOverride(endpoint)
                    .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        return builder.build();
    }

    private static Region region(S3Settings settings) {
        if (settings.region() != null) {
            return Region.of(settings.region());
        }
        return settings.endpoint() == null
                ? configured(settings.profile()).getRegion()
                : regionOfForeignService(settings.profile());
    }

    private static AwsRegionProvider configured(@Nullable String profile) {
        return DefaultAwsRegionProviderChain.builder().profileName(profile).build();
    }

    /** A service that is not Amazon's seldom looks at the region; a signature needs one. */
    private static Region regionOfForeignService(@Nullable String profile) {
        try {
            return new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider(null, profile))
                    .getRegion();
        } catch (SdkClientException e) {
            return Region.US_EAST_1;
        }
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder()
                .profileName(settings.profile())
                .build();
        S3Settings.Keys fallback = settings.fallback();
        return fallback == null
                ? chain
                : AwsCredentialsProviderChain.builder()
                        .credentialsProviders(chain, StaticCredentialsProvider.create(credentials(fallback)))
                        .build();
    }

    private static AwsCredentials credentials(S3Settings.Keys keys) {
        return keys.sessionToken() == null
                ? AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())
                : AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), keys.sessionToken());
    }
}
