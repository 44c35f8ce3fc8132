package com.example.supportdesk.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The upload directory of customer1, made up from a seed: path → bytes, and what lies between the files. */
public final class MadeUpFiles {
    /** A directory without a file. */
    public static final String EMPTY_DIRECTORY = "archive/2019";
    /** A link to a file of the directory. */
    public static final String LINK = "archive/newest.csv";

    public static final String LINK_TARGET = "2024/Q1/ledger.csv";
    /** A link that leads out of the directory, to a place that is on no other machine. */
    public static final String LINK_OUT = "archive/old server";

    public static final String LINK_OUT_TARGET = "/srv/support-desk-2018/uploads";

    private static final int MEBIBYTE = 1 << 20;

    private MadeUpFiles() {}

    /** The files in the order of {@link OddText#PATHS}: the first is 3 MiB, the last is empty, the rest up to 100 kB. */
    public static Map<String, byte[]> of(long seed) {
        Random random = new Random(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : OddText.PATHS) {
            int length = files.isEmpty() ? 3 * MEBIBYTE : random.nextInt(100_000);
            byte[] bytes = path.endsWith(".csv") ? table(random, length) : noise(random, length);
            files.put(path, path.equals("empty.txt") ? new byte[0] : bytes);
        }
        return files;
    }

    static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] table(Random random, int length) {
        StringBuilder rows = new StringBuilder("account;amount\r\n");
        while (rows.length() < length) {
            rows.append(1000 + random.nextInt(9000))
                    .append(';')
                    .append(random.nextInt(100_000))
                    .append("\r\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void write(Map<String, byte[]> files, Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.createDirectories(directory.resolve(EMPTY_DIRECTORY));
        Files.createSymbolicLink(directory.resolve(LINK), Path.of(LINK_TARGET));
        Files.createSymbolicLink(directory.resolve(LINK_OUT), Path.of(LINK_OUT_TARGET));
    }
}
