package com.example.supportdesk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The media directory: uploaded files under the names that their senders gave them, and nothing outside of it. */
final class UploadDirectory {

    /**
     * A stored file.
     *
     * @param path below the directory, parts separated by slashes
     */
    record Upload(String path, long sizeBytes, byte[] sha256) {}

    private final Path root;

    UploadDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The file at {@code path} below the directory. */
    Path file(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root) && !file.equals(root)) {
                return file;
            }
        } catch (InvalidPathException unusable) {
            // Told to the caller in the same words.
        }
        throw unusableName();
    }

    /** Stores the bytes as a new file; a file of that name in that folder is never overwritten. */
    Upload store(String folder, String fileName, InputStream bytes) throws IOException {
        Path file = file(folder + "/" + fileName);
        if (!file.getFileName().toString().equals(fileName)) {
            throw unusableName();
        }
        Files.createDirectories(file.getParent());
        MessageDigest sha256 = sha256();
        try (InputStream hashed = new DigestInputStream(bytes, sha256)) {
            long size = Files.copy(hashed, file);
            return new Upload(folder + "/" + fileName, size, sha256.digest());
        } catch (FileAlreadyExistsException taken) {
            throw new HttpProblem(409, "A file of this name is there already.");
        } catch (IOException interrupted) {
            Files.deleteIfExists(file);
            throw interrupted;
        }
    }

    /** Removes what {@link #store} stored, and its folder if nothing else is in it. */
    void remove(Upload upload) throws IOException {
        Path file = file(upload.path());
        Files.deleteIfExists(file);
        try {
            Files.delete(file.getParent());
        } catch (DirectoryNotEmptyException inUse) {
            // Other files of the ticket stay where they are.
        }
    }

    private static HttpProblem unusableName() {
        return new HttpProblem(400, "This is no name for a file.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
