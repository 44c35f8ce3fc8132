package dev.migrator.core.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A SHA-256 over texts one after another, each with its length in front, so that no two sequences run into one. Not for several threads. */
final class Digest {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] bytes) {
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
        return this;
    }

    /** What a file holds, or the files of a folder with their names; nothing where it is not there. */
    Digest add(Path fileOrFolder) {
        try (Stream<Path> below = Files.exists(fileOrFolder) ? Files.walk(fileOrFolder) : Stream.empty()) {
            for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
                add(fileOrFolder.relativize(file).toString()).add(Files.readAllBytes(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names with their values, in the order of the names. */
    Digest add(Map<String, String> values) {
        add(String.valueOf(values.size()));
        new TreeMap<>(values).forEach((name, value) -> add(name).add(value));
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
