package dev.migrator.profile.capture;

import dev.migrator.profile.manifest.RowsDigest;
import dev.migrator.profile.store.Chunk;
import java.util.List;

/**
 * The rows of one range of a table, captured.
 *
 * @param chunks their COPY text, in order
 * @param digest of the set of them
 * @param bytes of COPY text
 */
record CapturedRows(List<Chunk> chunks, RowsDigest digest, long bytes) {}
