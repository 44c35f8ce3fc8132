package dev.migrator.maven;

import org.jspecify.annotations.Nullable;

/** {@code <s3>} in the POM. */
public final class S3Parameters {

    /** Address of an S3 service that is not Amazon's. */
    @Nullable
    String endpoint;

    /** Region of the bucket, where the AWS configuration names none. */
    @Nullable
    String region;

    /** Whether the bucket stands in the path of the URL. */
    @Nullable
    String pathStyle;

    /** Profile of the AWS configuration. */
    @Nullable
    String profile;

    /** Id of a server in settings.xml with access key and secret key. */
    @Nullable
    String server;

    void addTo(PomParameters pom) {
        pom.add("s3.endpoint", endpoint);
        pom.add("s3.region", region);
        pom.add("s3.pathStyle", pathStyle);
        pom.add("s3.profile", profile);
        pom.add("s3.server", server);
    }
}
