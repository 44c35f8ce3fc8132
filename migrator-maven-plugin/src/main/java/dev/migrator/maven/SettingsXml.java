package dev.migrator.maven;

import dev.migrator.core.settings.Login;
import dev.migrator.error.MigratorException;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** The servers of settings.xml, decrypted when they are asked for. */
final class SettingsXml {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsXml(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * User and password of a server.
     *
     * @return empty where there is no such server
     * @throws MigratorException where its password is encrypted and cannot be decrypted here
     */
    Optional<Login> login(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        boolean failed = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        if (failed) {
            throw new MigratorException(
                    "a password in settings.xml cannot be decrypted",
                    "<server> " + id,
                    "Encrypt it anew with mvn --encrypt-password, and check ~/.m2/settings-security.xml");
        }
        Server open = result.getServer();
        return Optional.of(new Login(orEmpty(open.getUsername()), orEmpty(open.getPassword())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
