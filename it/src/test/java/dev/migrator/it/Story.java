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

    private static final Pattern GOAL =
            Pattern.compile("\\[INFO] --- (?:maven-)?(\\w+)(?:-maven-plugin|-plugin)?:[^:]+:(\\S+) .*");
    private static final Pattern MADE_UP = Pattern.compile("customer1: (.*?) in .*, (\\d+ files) in .*");
    private static final Pattern TOLD =
            Pattern.compile("\\[INFO] ((?:Captured|Stored|Snapshot|Restored|Replayed|jdbc:).*)");
    private static final Pattern CLASS = Pattern.compile(
            "\\[INFO] Tests run: (\\d+), Failures: 0, Errors: 0, .*Time elapsed: ([\\d.]+) s -- in .*\\.(\\w+)");
    private static final Pattern TIME = Pattern.compile("\\[INFO] Total time: +(.*)");

    private final List<String> lines = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private String goal = "";
    private int tests;
    private double seconds;

    private Story() {}

    /** Prints the story of the builds in a clone of the sample, whose folder is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Story story = new Story();
        for (String line : Files.readAllLines(Path.of(arguments[0], "build.log"))) {
            story.hear(line);
        }
        System.out.println("\nThe support desk on two profiles, as migrator saw it:");
        story.lines.forEach(System.out::println);
    }

    private void hear(String line) {
        Matcher begun = GOAL.matcher(line);
        Matcher madeUp = MADE_UP.matcher(line);
        Matcher told = TOLD.matcher(line);
        Matcher tested = CLASS.matcher(line);
        Matcher time = TIME.matcher(line);
        if (begun.matches()) {
            goal = begun.group(1) + ':' + begun.group(2);
        } else if (madeUp.matches()) {
            tell("production of customer1", madeUp.group(1) + ", " + madeUp.group(2) + ", made up from a seed");
        } else if (told.matches()) {
            tell(goal, told.group(1));
        } else if (tested.matches() && goal.equals("failsafe:integration-test")) {
            tests += Integer.parseInt(tested.group(1));
            seconds += Double.parseDouble(tested.group(2));
            classes.add(tested.group(3) + ' ' + tested.group(1));
        } else if (time.matches()) {
            end(time.group(1));
        }
    }

    /** The end of one of the builds. */
    private void end(String time) {
        if (tests > 0) {
            String each = String.join(", ", classes);
            tell("acceptance tests over HTTP", "%d passed in %.1f s: %s".formatted(tests, seconds, each));
        }
        tell("the build", time + " in all");
        lines.add("");
        tests = 0;
        seconds = 0;
        classes.clear();
    }

    private void tell(String topic, String words) {
        lines.add("  " + topic + ": " + words);
    }
}
