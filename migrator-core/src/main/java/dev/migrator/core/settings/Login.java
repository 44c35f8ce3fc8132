package dev.migrator.core.settings;

/** User and password of a {@code <server>} in settings.xml, decrypted; either may be empty. */
public record Login(String user, String password) {

    /** Never the password. */
    @Override
    public String toString() {
        return "Login[user=" + user + ", password=***]";
    }
}
