package dev.migrator.core.settings;

import dev.migrator.profile.ProfileName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a front end knows before any file is read.
 *
 * @param commandLine properties given by {@code -D}; those of others among them are ignored
 * @param commandLineFolder where the command was typed; absolute
 * @param environment all variables of the process
 * @param pom parameters of the goal by the settings' names; empty for the other front ends
 * @param projectFolder where the POM lies, and {@code profiles} and {@code migrations} beside it; absolute
 * @param outputFolder for what a build makes: {@code target/migrator}; absolute
 * @param logins the servers of settings.xml by id
 * @param build of the project
 */
public record SettingSources(
        Map<String, String> commandLine,
        Path commandLineFolder,
        Map<String, String> environment,
        Map<String, String> pom,
        Path projectFolder,
        Path outputFolder,
        Function<String, Optional<Login>> logins,
        ProjectBuild build) {

    public SettingSources {
        commandLine = Map.copyOf(commandLine);
        environment = Map.copyOf(environment);
        pom = Map.copyOf(pom);
    }

    /** What a front end without a build knows. */
    public SettingSources(
            Map<String, String> commandLine,
            Path commandLineFolder,
            Map<String, String> environment,
            Map<String, String> pom,
            Path projectFolder,
            Path outputFolder,
            Function<String, Optional<Login>> logins) {
        this(commandLine, commandLineFolder, environment, pom, projectFolder, outputFolder, logins, ProjectBuild.NONE);
    }

    /** The same places, with another profile to work on. */
    SettingSources forProfile(ProfileName profile) {
        Map<String, String> properties = new HashMap<>(commandLine);
        SettingKeys.PROFILE.properties().forEach(properties::remove);
        properties.put(SettingKeys.PROFILE.properties().get(0), profile.value());
        return new SettingSources(
                properties, commandLineFolder, environment, pom, projectFolder, outputFolder, logins, build);
    }

    /** A file for people: relative to the project where it lies in it. */
    String shown(Path file) {
        return file.startsWith(projectFolder) ? projectFolder.relativize(file).toString() : file.toString();
    }
}
