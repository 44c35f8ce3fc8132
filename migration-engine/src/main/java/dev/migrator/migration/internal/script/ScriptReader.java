package dev.migrator.migration.internal.script;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The characters of a script in a small buffer, with a few to look ahead, and the line that the next one stands on.
 *
 * <p>Not safe for use by several threads.
 */
public final class ScriptReader implements Closeable {

    /** What {@link #peek} and {@link #read} give at the end of the script. */
    static final int END = -1;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader characters;
    private char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private int line = 1;
    private boolean exhausted;

    /** So many of the next characters stand in no file: they are the value of a placeholder. */
    private int inserted;

    private ScriptReader(Reader characters) {
        this.characters = characters;
    }

    /** A script in UTF-8, with or without a byte order mark; what is not UTF-8 is a {@code CharacterCodingException} when it is read. */
    public static ScriptReader open(Path script) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return skipMark(new ScriptReader(new InputStreamReader(Files.newInputStream(script), decoder)));
    }

    static ScriptReader of(Reader characters) throws IOException {
        return skipMark(new ScriptReader(characters));
    }

    private static ScriptReader skipMark(ScriptReader reader) throws IOException {
        try {
            if (reader.peek(0) == BYTE_ORDER_MARK) {
                reader.position++;
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** The character that is {@code ahead} of the next one, 0 being the next itself, or {@link #END}. */
    int peek(int ahead) throws IOException {
        while (position + ahead >= limit && !exhausted) {
            fill();
        }
        return position + ahead < limit ? buffer[position + ahead] : END;
    }

    /** The next character, or {@link #END}. */
    int read() throws IOException {
        int c = peek(0);
        if (c != END) {
            position++;
            if (inserted > 0) {
                inserted--;
            } else if (c == '\n' || (c == '\r' && peek(0) != '\n')) {
                // A carriage return counts on its own only where no line feed follows it.
                line++;
            }
        }
        return c;
    }

    /** Lets the next characters be these, which belong to the line where they are inserted however many lines they have. */
    void insert(String characters) {
        char[] rest = Arrays.copyOfRange(buffer, position, limit);
        int length = characters.length() + rest.length;
        if (length > buffer.length) {
            buffer = new char[length];
        }
        characters.getChars(0, characters.length(), buffer, 0);
        System.arraycopy(rest, 0, buffer, characters.length(), rest.length);
        position = 0;
        limit = length;
        inserted += characters.length();
    }

    /** Whether the next character was inserted. */
    boolean isInserted() {
        return inserted > 0;
    }

    /** The line, counted from 1, of the next character. */
    int line() {
        return line;
    }

    /** Passes on the rest of the line and the line feed that ends it; a carriage return is handed on like any other character. */
    void transferLine(Writer to) throws IOException {
        while (peek(0) != END) {
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            boolean ended = position < limit;
            if (ended) {
                position++;
                line++;
            }
            to.write(buffer, from, position - from);
            if (ended) {
                return;
            }
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int got = characters.read(buffer, limit, buffer.length - limit);
        if (got < 0) {
            exhausted = true;
        } else {
            limit += got;
        }
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
