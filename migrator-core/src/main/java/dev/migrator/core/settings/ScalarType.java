package dev.migrator.core.settings;

import dev.migrator.migration.MigrationVersion;
import dev.migrator.profile.ProfileName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A setting that is one word or line.
 *
 * @param parse empty where the text makes no sense
 * @param show the meaning for people, without secrets
 * @param harmless whether a text that makes no sense may be quoted; false where it could hold a password
 */
record ScalarType<T>(
        String expected, Function<Value.Text, Optional<T>> parse, Function<T, String> show, boolean harmless)
        implements SettingType<T> {

    static final ScalarType<String> TEXT =
            new ScalarType<>("a text", text -> Optional.of(text.text()), text -> text, true);

    static final ScalarType<String> PASSWORD =
            new ScalarType<>("a password", text -> Optional.of(text.text()), any -> "***", false);

    static final ScalarType<String> JDBC_URL = new ScalarType<>(
            "jdbc:postgresql://host:port/database",
            text -> Optional.of(text.text()).filter(url -> url.startsWith("jdbc:postgresql:")),
            Secrets::masked,
            false);

    static final ScalarType<String> WEB_ADDRESS = new ScalarType<>(
            "an address like https://s3.example.com",
            text -> Optional.of(text.text()).filter(url -> url.matches("https?://[^/?#\\s@]+/?")),
            address -> address,
            false);

    static final ScalarType<String> STORE =
            new ScalarType<>("file:folder or s3://bucket/prefix", ScalarType::store, Secrets::masked, false);

    static final ScalarType<Boolean> YES_OR_NO = new ScalarType<>(
            "true or false",
            text -> switch (text.text().toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            },
            String::valueOf,
            true);

    static final ScalarType<Path> PATH =
            new ScalarType<>("a path", text -> path(text.text(), text.origin()), Path::toString, true);

    static final ScalarType<ProfileName> PROFILE_NAME = new ScalarType<>(
            "the name of a profile", text -> Optional.of(new ProfileName(text.text())), ProfileName::toString, true);

    static final ScalarType<MigrationVersion> MIGRATION_VERSION = new ScalarType<>(
            "the number of a migration",
            text -> Optional.of(text.text())
                    .filter(digits -> digits.matches("[0-9]{1,18}"))
                    .map(MigrationVersion::new),
            MigrationVersion::toString,
            true);

    static final ScalarType<String> MIGRATION_NAME = new ScalarType<>(
            "letters, digits, _ and -",
            text -> Optional.of(text.text()).filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")),
            name -> name,
            true);

    static final ScalarType<Duration> TIME_LIMIT =
            new ScalarType<>(TimeLimit.EXPECTED, text -> TimeLimit.parse(text.text()), TimeLimit::shown, true);

    static final ScalarType<ComparedSchema> COMPARED_SCHEMA = new ScalarType<>(
            ComparedSchema.FORMS,
            text -> ComparedSchema.parse(text.text(), text.origin()),
            ComparedSchema::shown,
            false);

    static ScalarType<Integer> wholeNumber(int least, int most) {
        return new ScalarType<>(
                "a whole number from " + least + " to " + most,
                text -> number(text.text()).filter(n -> n >= least && n <= most),
                String::valueOf,
                true);
    }

    /** The constants of an enum as users write them: {@code CLEAN_DB} is {@code clean-db}. */
    static <E extends Enum<E>> ScalarType<E> oneOf(Class<E> choices) {
        return new ScalarType<>(
                Arrays.stream(choices.getEnumConstants()).map(ScalarType::word).collect(Collectors.joining(" | ")),
                text -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> word(choice).equals(text.text()))
                        .findFirst(),
                ScalarType::word,
                true);
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<T> read(Value value, Problems problems) {
        Optional<T> meaning = value instanceof Value.Text text ? parse.apply(text) : Optional.empty();
        if (meaning.isEmpty()) {
            problems.add(value.origin(), "expected " + expected + ", not " + described(value));
        }
        return meaning;
    }

    @Override
    public String shown(T meaning) {
        return show.apply(meaning);
    }

    private String described(Value value) {
        if (value instanceof Value.Text text) {
            return harmless ? "'" + text.text() + "'" : "what stands there";
        }
        return value instanceof Value.Items ? "a list" : "names with values";
    }

    /** An absolute path; relative ones start at the folder of the origin, {@code ~/} at the user's home. */
    static Optional<Path> path(String text, Origin origin) {
        String whole = text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
        try {
            return whole.isEmpty()
                    ? Optional.empty()
                    : Optional.of(origin.folder().resolve(whole).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A folder becomes absolute; other schemes are their providers' business. */
    private static Optional<String> store(Value.Text value) {
        String text = value.text();
        if (text.startsWith("file:")) {
            return path(text.substring("file:".length()).replaceFirst("^//(?=/)", ""), value.origin())
                    .map(folder -> "file:" + folder);
        }
        return Optional.of(text).filter(location -> location.matches("[a-z][a-z0-9+.-]+:.+"));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
