package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a file is text in UTF-8, and where it is not. */
public final class Utf8Text {

    private Utf8Text() {}

    /**
     * Reads the whole file.
     *
     * @throws ScriptFault with the line of the first byte that is not
     */
    public static void check(Path file) throws IOException {
        int line = lineOfFirstFault(file);
        if (line > 0) {
            throw notUtf8(line);
        }
    }

    /** The fault of a file whose reading has ended in a {@code CharacterCodingException}. */
    static ScriptFault fault(Path file) throws IOException {
        return notUtf8(Math.max(1, lineOfFirstFault(file)));
    }

    private static ScriptFault notUtf8(int line) {
        return new ScriptFault("it is not text in UTF-8", line, "Save it in UTF-8 (it may be in Latin-1 or UTF-16)");
    }

    /** From 1; 0 where there is none. A NUL is none of UTF-8's faults, but no text of PostgreSQL can hold one, and UTF-16 is full of them. */
    private static int lineOfFirstFault(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer characters = CharBuffer.allocate(1 << 16);
        int line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = got < 0;
                bytes.position(bytes.position() + Math.max(got, 0)).flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                characters.flip();
                while (characters.hasRemaining()) {
                    char c = characters.get();
                    if (c == 0) {
                        return line;
                    }
                    if (c == '\n') {
                        line++;
                    }
                }
                if (result.isError()) {
                    return line;
                }
                characters.clear();
                bytes.compact();
            }
        }
        return 0;
    }
}
