package dev.migrator.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a file's text, for which line ends, blanks at the ends of lines, a byte order mark and the end of the last line make no
 * difference: what Git and editors change by themselves is no change of a migration.
 */
final class MigrationChecksum {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final MessageDigest digest = sha256();

    private byte[] text = new byte[1 << 16];
    private int length;

    /** Up to here the text counts; blanks behind it count only if something else follows them on the line. */
    private int kept;

    private int previous = '\n';

    private MigrationChecksum() {}

    /** The checksum of a file: 64 hexadecimal digits. */
    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MigrationChecksum checksum = new MigrationChecksum();
            checksum.addAll(in);
            return HexFormat.of().formatHex(checksum.digest.digest());
        }
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
            add('\n');
        }
        digest.update(text, 0, kept);
    }

    private void add(int b) {
        switch (b) {
            case ' ', '\t' -> put(b);
            case '\n', '\r' -> {
                if (b == '\r' || previous != '\r') {
                    length = kept;
                    put('\n');
                    kept = length;
                }
            }
            default -> {
                put(b);
                kept = length;
            }
        }
        previous = b;
    }

    private void put(int b) {
        if (length == text.length) {
            digest.update(text, 0, kept);
            length -= kept;
            byte[] next = length > text.length / 2 ? new byte[text.length * 2] : text;
            System.arraycopy(text, kept, next, 0, length);
            text = next;
            kept = 0;
        }
        text[length++] = (byte) b;
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
