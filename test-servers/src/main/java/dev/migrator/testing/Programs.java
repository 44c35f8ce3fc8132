package dev.migrator.testing;

import dev.migrator.postgres.embedded.PostgresBinaries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** The jars of servers that the build of this module has copied out of the Maven repository. */
public final class Programs implements PostgresBinaries {

    private final Path directory = configured();

    @Override
    public Path jar(String platform, String version) {
        return present(directory.resolve(PostgresBinaries.artifact(platform) + "-" + version + ".jar"));
    }

    /** Where all the jars lie. */
    public Path directory() {
        return directory;
    }

    /** The S3 server that runs as one jar. */
    public Path s3Mock() {
        try (Stream<Path> jars = Files.list(directory)) {
            return jars.filter(jar -> jar.getFileName().toString().matches("s3mock-.*-exec\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("no s3mock jar in " + directory + ": build test-servers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where what is unpacked, and the data of servers that end with their JVM, may lie. */
    public Path cache() {
        return directory.resolve("cache");
    }

    private static Path present(Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "no " + jar + ": the build copies the majors of -Pfull with that profile only");
        }
        return jar;
    }

    private static Path configured() {
        try (InputStream resource = Programs.class.getResourceAsStream("programs.properties")) {
            Properties properties = new Properties();
            properties.load(resource);
            return Path.of(properties.getProperty("directory", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
