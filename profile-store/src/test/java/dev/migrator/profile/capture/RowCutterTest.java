package dev.migrator.profile.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.store.Chunk;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

class RowCutterTest {

    private static final String PACK = "0".repeat(32);

    @Test
    void ordinaryRowsMakeChunksBetweenOneAndEightMebibytesAndFourInTheMean() {
        Cut cut = cut(rows(1, 600_000, 100, 400));

        List<Integer> sizes = cut.sizes().subList(0, cut.sizes().size() - 1);
        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(RowCutter.MIN, RowCutter.MAX));
        assertThat(sizes.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(3.0 * RowCutter.MIN, 5.0 * RowCutter.MIN);
    }

    @Test
    void longRowsMakeChunksOfTheSameMeanAsShortOnes() {
        Cut cut = cut(rows(2, 3_000, 40_000, 80_000));

        assertThat(cut.sizes().stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(2.8 * RowCutter.MIN, 5.2 * RowCutter.MIN);
    }

    @Test
    void onePercentOfRowsChangedInTheMiddleLeavesAlmostAllBytesAsTheyWere() {
        CapturedRows before = cutTwoMillionRows(0, 0);
        CapturedRows after = cutTwoMillionRows(900_000, 920_000);

        assertThat(shareOfNewBytes(before, after)).isGreaterThan(0.009).isLessThan(0.05);
    }

    @Property(tries = 5, seed = "20261124")
    void rowsThatComeAndGoInTheMiddleChangeOnlyTheChunksAroundThem(
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 50) int added,
            @ForAll @IntRange(max = 50) int gone) {
        List<byte[]> before = rows(random.nextLong(), 120_000, 200, 1_200);
        int place = 10_000 + random.nextInt(100_000);
        List<byte[]> after = new ArrayList<>(before.subList(0, place));
        after.addAll(rows(random.nextLong(), added, 200, 1_200));
        after.addAll(before.subList(place + gone, before.size()));

        Set<String> known = new HashSet<>(cut(before).hashes());
        List<String> hashes = cut(after).hashes();
        // A cut at the upper bound shifts until the next one that a row has chosen; longer runs of those are unlikely
        // beyond measure.
        assertThat(hashes.stream().filter(hash -> !known.contains(hash)).count())
                .isLessThanOrEqualTo(6);
    }

    @Property(tries = 15)
    void theChunksPutTogetherAreTheRowsAndCountThem(@ForAll Random random, @ForAll @IntRange(max = 60) int count) {
        List<byte[]> rows = rows(random.nextLong(), count, 0, 3 << 20);

        Cut cut = cut(rows);

        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        rows.forEach(expected::writeBytes);
        assertThat(cut.together()).isEqualTo(expected.toByteArray());
        assertThat(cut.captured.bytes()).isEqualTo(expected.size());
        assertThat(cut.captured.digest().rows()).isEqualTo(count);
        assertThat(cut.captured.chunks().stream().mapToLong(Chunk::rows).sum()).isEqualTo(count);
        assertThat(cut.captured.chunks())
                .allSatisfy(chunk -> assertThat(chunk.plainLength()).isLessThanOrEqualTo(RowCutter.MAX));
    }

    @Test
    void aRowOfMoreThanEightMebibytesIsAChunkOfItsOwn() {
        byte[] small = "small\n".getBytes(UTF_8);
        byte[] large = rows(5, 1, 9 << 20, 9 << 20).get(0);

        Cut cut = cut(List.of(small, large, small, small));

        assertThat(cut.sizes()).containsExactly(small.length, large.length, 2 * small.length);
        assertThat(cut.captured.chunks()).extracting(Chunk::rows).containsExactly(1L, 1L, 2L);
    }

    @Test
    void rowsOfNoColumnsKeepTheirNumber() {
        Cut cut = cut(Collections.nCopies(3_000_000, new byte[] {'\n'}));

        assertThat(cut.captured.digest().rows()).isEqualTo(3_000_000);
        assertThat(cut.captured.chunks().stream().mapToLong(Chunk::rows).sum()).isEqualTo(3_000_000);
    }

    @Test
    void aCutterStartsAfreshForTheNextTable() {
        List<byte[]> kept = new ArrayList<>();
        RowCutter cutter = new RowCutter(remembering(kept));
        cutter.add("one\n".getBytes(UTF_8));
        cutter.finish();
        cutter.add("two\n".getBytes(UTF_8));

        CapturedRows second = cutter.finish();

        assertThat(second.chunks()).hasSize(1);
        assertThat(second.bytes()).isEqualTo(4);
        assertThat(second.digest().hex())
                .isEqualTo(
                        cut(List.of("two\n".getBytes(UTF_8))).captured.digest().hex());
    }

    private record Cut(List<byte[]> chunks, CapturedRows captured) {

        List<Integer> sizes() {
            return captured.chunks().stream().map(Chunk::plainLength).toList();
        }

        List<String> hashes() {
            return captured.chunks().stream().map(Chunk::sha256).toList();
        }

        byte[] together() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            chunks.forEach(all::writeBytes);
            return all.toByteArray();
        }
    }

    private static Cut cut(List<byte[]> rows) {
        List<byte[]> kept = new ArrayList<>();
        RowCutter cutter = new RowCutter(remembering(kept));
        rows.forEach(cutter::add);
        return new Cut(kept, cutter.finish());
    }

    private static ChunkSink remembering(List<byte[]> kept) {
        return (plain, offset, length, rows) -> {
            byte[] copy = Arrays.copyOfRange(plain, offset, offset + length);
            kept.add(copy);
            return new Chunk(DigestUtils.sha256Hex(copy), PACK, 0, length, length, rows);
        };
    }

    /** Rows of about 200 bytes, those from {@code changedFrom} to before {@code changedTo} different from what they are otherwise. */
    private static CapturedRows cutTwoMillionRows(int changedFrom, int changedTo) {
        RowCutter cutter = new RowCutter((plain, offset, length, rows) -> {
            long[] hash = MurmurHash3.hash128x64(plain, offset, length, 0);
            return new Chunk(String.format("%032x%016x%016x", 0, hash[0], hash[1]), PACK, 0, length, length, rows);
        });
        for (int i = 0; i < 2_000_000; i++) {
            boolean changed = changedFrom <= i && i < changedTo;
            String filler = "x".repeat(150 + i % 100);
            cutter.add((i + "\t" + (changed ? "after" : "before") + "\t" + filler + "\n").getBytes(UTF_8));
        }
        return cutter.finish();
    }

    private static double shareOfNewBytes(CapturedRows before, CapturedRows after) {
        Set<String> known = before.chunks().stream().map(Chunk::sha256).collect(Collectors.toSet());
        long fresh = after.chunks().stream()
                .filter(chunk -> !known.contains(chunk.sha256()))
                .mapToLong(Chunk::plainLength)
                .sum();
        return (double) fresh / after.bytes();
    }

    /** Rows of random letters, from {@code shortest} to {@code longest} bytes without the line end. */
    private static List<byte[]> rows(long seed, int count, int shortest, int longest) {
        Random random = new Random(seed);
        List<byte[]> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] row = new byte[shortest + random.nextInt(longest - shortest + 1) + 1];
            random.nextBytes(row);
            for (int at = 0; at < row.length; at++) {
                row[at] = (byte) ('a' + (row[at] & 15));
            }
            row[row.length - 1] = '\n';
            rows.add(row);
        }
        return rows;
    }
}
