package dev.migrator.migration;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a file's text, for which line ends, blanks at the ends of lines, a byte order mark and the end of the last line make no
 * difference: what Git and editors change by themselves is no change of a migration.
 */
final class MigrationChecksum {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final OutputStream text;

    /** Blanks count only if something else follows them on the line. */
    private final ByteArrayOutputStream blanks = new ByteArrayOutputStream();

    private int previous = '\n';

    private MigrationChecksum(OutputStream text) {
        this.text = text;
    }

    /** The checksum of a file: 64 hexadecimal digits. */
    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                var hashed =
                        new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            MigrationChecksum checksum = new MigrationChecksum(hashed);
            checksum.addAll(in);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addAll(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        boolean first = true;
        for (int got = in.readNBytes(buffer, 0, buffer.length);
                got > 0;
                got = in.readNBytes(buffer, 0, buffer.length)) {
            for (int i = first ? markLength(buffer, got) : 0; i < got; i++) {
                add(buffer[i]);
            }
            first = false;
        }
        if (previous != '\n' && previous != '\r') {
            text.write('\n');
        }
    }

    private void add(int b) throws IOException {
        switch (b) {
            case ' ', '\t' -> blanks.write(b);
            case '\n', '\r' -> {
                if (b == '\r' || previous != '\r') {
                    text.write('\n');
                }
                blanks.reset();
            }
            default -> {
                blanks.writeTo(text);
                blanks.reset();
                text.write(b);
            }
        }
        previous = b;
    }

    private static int markLength(byte[] buffer, int length) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= length || (buffer[i] & 0xFF) != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
