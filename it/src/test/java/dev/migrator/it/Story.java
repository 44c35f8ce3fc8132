package dev.migrator.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happened in the builds of the sample, told in a few lines from what the goals and the test runner printed. */
public final class Story {

    private static final int LONGEST = 38;

    private static final Pattern GOAL =
            Pattern.compile("\\[INFO\\] --- (?:migrator-maven-plugin|migrator):\\S*?:(\\S+) .*");
    private static final Pattern TOLD =
            Pattern.compile("\\[INFO\\] ((?:Captured|Stored|Snapshot|Restored|Replayed|jdbc:).*)");
    private static final Pattern MADE_UP = Pattern.compile("(customer1: \\d+ customers.*)");
    private static final Pattern TESTS =
            Pattern.compile("\\[(?:INFO|WARNING)\\] (Tests run: \\d+, Failures: \\d+, Errors: \\d+, Skipped: \\d+)");
    private static final Pattern TIME = Pattern.compile("\\[INFO\\] Total time: +(.*)");

    private Story() {}

    /** Prints the story of the builds in a clone of the sample. */
    public static void tell(Path clone) throws IOException {
        List<String> lines = new ArrayList<>(List.of("", "The support desk and its customer1, as migrator saw them:"));
        String goal = "tests";
        for (String line : Files.readAllLines(clone.resolve("build.log"))) {
            Matcher began = GOAL.matcher(line);
            if (began.matches()) {
                goal = began.group(1);
                continue;
            }
            tell(line, goal, lines);
        }
        lines.stream().limit(LONGEST).forEach(System.out::println);
    }

    private static void tell(String line, String goal, List<String> lines) {
        Matcher told = TOLD.matcher(line);
        Matcher made = MADE_UP.matcher(line);
        Matcher tests = TESTS.matcher(line);
        Matcher time = TIME.matcher(line);
        if (told.matches()) {
            lines.add("  " + goal + ": " + told.group(1));
        } else if (made.matches()) {
            lines.add("  production is made up: " + made.group(1).replaceFirst(" in .*", ""));
        } else if (tests.matches()) {
            lines.add("  acceptance tests over HTTP: " + tests.group(1));
        } else if (time.matches()) {
            lines.add("  this build took " + time.group(1));
        }
    }
}
