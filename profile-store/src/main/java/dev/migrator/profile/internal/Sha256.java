package dev.migrator.profile.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one hash by which the store names and proves bytes. */
public final class Sha256 {

    private Sha256() {}

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** 64 hexadecimal digits. */
    public static String hex(byte[] buffer, int offset, int length) {
        MessageDigest digest = newDigest();
        digest.update(buffer, offset, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** 64 hexadecimal digits of the text's UTF-8 bytes. */
    public static String hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hex(bytes, 0, bytes.length);
    }
}
