package com.example.supportdesk.demo;

import java.util.List;

/** Text that real people type and that careless software breaks: quotes, escapes, emoji, and scripts from right to left. */
public final class OddText {

    public static final String HEBREW_NAME = "שרה כהן־לוי";

    public static final List<String> NAMES = List.of(
            "O'Brien \"Bob\" McKenzie",
            "Zoë Müller-Lüdenscheidt",
            HEBREW_NAME,
            "محمد الأحمد",
            // Both directions in one line, with the marks that keep them apart.
            "\u2067مصنع\u2069 42 (Factory)",
            "李小龍",
            // One emoji of five code points, joined.
            "Family Šimůnek 👩‍👩‍👧",
            "Robert'); DROP TABLE customer;--",
            // In COPY's text format \N is null and \. the end.
            "Back\\slash \\N \\.",
            // An e and an accent that are two code points.
            "Cafe\u0301 Zürich",
            "NULL",
            "Đặng Thị Ánh");

    public static final List<String> BODIES = List.of(
            "It's \"down\" again; we'd like a $1 refund & an answer.",
            "Größe: 3 µm – das reicht für Straße und Fuß.",
            "המערכת נופלת כשמקלידים 123 באמצע המשפט.",
            "لا يمكنني فتح التذكرة رقم ١٢٣ منذ الأمس.",
            "First line\nsecond line\r\nthird\tcolumn",
            "価格は ¥1,200 です。👍🏽",
            "A lone quote ' and a lone backslash \\",
            "'; DELETE FROM ticket; --",
            "\\N",
            "  leading and trailing  ",
            "{\"json\": [1, null, \"\\u00e9\"]}",
            "long ".repeat(13_000) + "end");

    /** Names of uploaded files; the folders that they lie in are part of them. */
    public static final List<String> PATHS = List.of(
            "ticket-1/screenshot.png",
            "ticket-1/Screenshot 2 (final).png",
            "ticket-2/Übersicht März.pdf",
            "ticket-3/תמונה.jpg",
            "ticket-4/صورة ١.jpg",
            "ticket-5/図面.dwg",
            "ticket-6/🦊 report.txt",
            "ticket-7/it's \"quoted\".txt",
            "ticket-8/semi;colon $HOME `id`.sh",
            "ticket-9/back\\slash.txt",
            "ticket-10/-rf",
            "ticket-11/ leading space",
            "ticket-12/.hidden",
            "ticket-13/100% & more?#.txt",
            "ticket-14/Cafe\u0301.txt",
            "archive/2024/Q1/ledger.csv",
            "archive/2024/Q1/ledger.csv.bak",
            "archive/2024/Q2 (März–Juni)/straße/maß.csv",
            "archive/" + "very-long-name-".repeat(12) + ".log",
            "empty.txt");

    private OddText() {}
}
