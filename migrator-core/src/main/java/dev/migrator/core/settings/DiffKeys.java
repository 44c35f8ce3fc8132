package dev.migrator.core.settings;

import dev.migrator.catalog.ObjectPattern;
import java.nio.file.Path;
import java.util.List;

/** The settings that only diff has; they stand in the list of {@link SettingKeys} too. */
public final class DiffKeys {

    public static final SettingKey<ComparedSchema> FROM = new SettingKey<>(
            "from", ScalarType.COMPARED_SCHEMA, "ref", Place.OUTSIDE_FILES, "The schema that diff starts from");
    public static final SettingKey<String> FROM_PASSWORD = new SettingKey<>(
            "from.password",
            ScalarType.PASSWORD,
            null,
            Place.ENVIRONMENT_ONLY,
            "The password for from, where that is a URL");
    public static final SettingKey<ComparedSchema> TO = new SettingKey<>(
            "to", ScalarType.COMPARED_SCHEMA, "target", Place.OUTSIDE_FILES, "The schema that diff compares it with");
    public static final SettingKey<String> TO_PASSWORD = new SettingKey<>(
            "to.password",
            ScalarType.PASSWORD,
            null,
            Place.ENVIRONMENT_ONLY,
            "The password for to, where that is a URL");
    public static final SettingKey<List<ObjectPattern>> INCLUDE = new SettingKey<>(
            "diffInclude",
            new PatternsType(),
            null,
            Place.ANYWHERE,
            "The objects that diff compares; all where nothing is said");
    public static final SettingKey<List<ObjectPattern>> EXCLUDE = new SettingKey<>(
            "diffExclude", new PatternsType(), null, Place.ANYWHERE, "The objects that diff does not compare");
    public static final SettingKey<DiffFormat> FORMAT = new SettingKey<>(
            "diffFormat",
            ScalarType.oneOf(DiffFormat.class),
            "text",
            Place.OUTSIDE_FILES,
            "How diff writes its report");
    public static final SettingKey<Path> FILE = new SettingKey<>(
            "diffFile",
            ScalarType.PATH,
            null,
            Place.OUTSIDE_FILES,
            "The file of diff's report; target/migrator/diff.txt or diff.json where nothing is said");
    public static final SettingKey<Boolean> FAIL_ON_DIFFERENCE = new SettingKey<>(
            "failOnDifference",
            ScalarType.YES_OR_NO,
            "true",
            Place.OUTSIDE_FILES,
            "Whether the build fails where diff finds a difference");

    static final List<SettingKey<?>> ALL =
            List.of(FROM, FROM_PASSWORD, TO, TO_PASSWORD, INCLUDE, EXCLUDE, FORMAT, FILE, FAIL_ON_DIFFERENCE);

    private DiffKeys() {}
}
