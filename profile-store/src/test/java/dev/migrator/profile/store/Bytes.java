package dev.migrator.profile.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Contents for tests. */
final class Bytes {

    private Bytes() {}

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    /** Bytes that cannot be compressed, always the same for one length. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }
}
