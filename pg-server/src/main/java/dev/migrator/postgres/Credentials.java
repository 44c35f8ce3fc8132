package dev.migrator.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Who logs in.
 *
 * @param user the role; null leaves it to the service file of the URL, and else to the name of the operating system's user
 * @param password null leaves it to the password file ({@code ~/.pgpass}, {@code PGPASSFILE}) or to a server that asks for none
 */
public record Credentials(@Nullable String user, @Nullable String password) {

    /** Nothing given: URL, service file, password file and the operating system decide. */
    public static final Credentials NONE = new Credentials(null, null);

    /** Never the password. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=" + (password == null ? "none" : "***") + "]";
    }
}
