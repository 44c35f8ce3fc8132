package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory of one embedded server: {@code conf} and {@code server.properties} are ours, {@code data} and {@code log} belong to
 * the account that the server runs as.
 *
 * @param cache where the binaries lie too, in reach of the account
 * @param directory below the cache
 * @param account as whom the server runs
 */
record ServerHome(Path cache, Path directory, ServerAccount account) {

    /** Makes what is missing; only this user may look inside, unless the server runs as somebody else. */
    void create() throws IOException {
        PrivateFiles.createDirectory(directory);
        PrivateFiles.createDirectory(conf());
        if (account.owner() != null) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
            Files.setPosixFilePermissions(conf(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        handOver(logDirectory());
    }

    /** Makes a directory that belongs to the server's account. */
    void handOver(Path made) throws IOException {
        PrivateFiles.createDirectory(made);
        giveTo(made);
    }

    /** Lets the server's account own a file that this process has written. */
    void giveTo(Path file) throws IOException {
        if (account.owner() != null) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account.owner()));
        }
    }

    /** A file that the server reads but that stays ours. */
    void writeConf(String name, String text) throws IOException {
        PrivateFiles.write(conf(), name, text);
        if (account.owner() != null) {
            Files.setPosixFilePermissions(conf().resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    void remove() throws IOException {
        PrivateFiles.deleteTree(directory);
    }

    /** Beside the directory, which may be removed while others wait for the lock. */
    Path lock() {
        return directory.resolveSibling(directory.getFileName() + ".lock");
    }

    /** PostgreSQL's configuration directory, apart from its data so that only PostgreSQL writes there. */
    Path conf() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path logDirectory() {
        return directory.resolve("log");
    }

    Path log() {
        return logDirectory().resolve("server.log");
    }
}
