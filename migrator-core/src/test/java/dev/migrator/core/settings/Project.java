package dev.migrator.core.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A folder with profiles, and what else settings come from, for tests: a small language to write them down in. */
public final class Project {

    private final Path folder;
    private final Map<String, String> commandLine = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> pom = new HashMap<>();
    private final Map<String, Login> servers = new HashMap<>();

    private ProjectBuild build = ProjectBuild.NONE;

    public Project(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public Project file(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Project migratorYaml(String content) {
        return file("profiles/migrator.yaml", content);
    }

    /** Writes the profile's file and works on this profile from now on. */
    public Project profileYaml(String profile, String content) {
        return file("profiles/" + profile + "/profile.yaml", content).typed("profile", profile);
    }

    /** As {@code -Dname=value}. */
    public Project typed(String name, String value) {
        commandLine.put(name, value);
        return this;
    }

    public Project environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Project pom(String name, String value) {
        pom.put(name, value);
        return this;
    }

    public Project server(String id, String user, String password) {
        servers.put(id, new Login(user, password));
        return this;
    }

    /** What the build of the project knows. */
    public Project build(ProjectBuild known) {
        build = known;
        return this;
    }

    public Path path(String below) {
        return folder.resolve(below);
    }

    public Settings settings() {
        return Settings.resolve(sources());
    }

    public SettingSources sources() {
        return new SettingSources(
                commandLine,
                folder,
                environment,
                pom,
                folder,
                folder.resolve("target").resolve("migrator"),
                id -> Optional.ofNullable(servers.get(id)),
                build);
    }
}
