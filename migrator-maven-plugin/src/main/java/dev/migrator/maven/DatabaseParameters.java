package dev.migrator.maven;

import org.jspecify.annotations.Nullable;

/** {@code <source>} and {@code <target>} in the POM. */
public final class DatabaseParameters {

    /** {@code jdbc:postgresql://host:port/database}. */
    @Nullable
    String url;

    /** The role to log in as. */
    @Nullable
    String user;

    /** Id of a server in settings.xml with user and password. */
    @Nullable
    String server;

    void addTo(PomParameters pom, String name) {
        pom.add(name + ".url", url);
        pom.add(name + ".user", user);
        pom.add(name + ".server", server);
    }
}
