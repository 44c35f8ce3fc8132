package dev.migrator.profile.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Who writes what lies in the store. */
public final class Writer {

    private Writer() {}

    /** This program with its version: {@code migrator 0.1.0}. */
    public static String name() {
        try (InputStream in = Writer.class.getResourceAsStream("writer.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
