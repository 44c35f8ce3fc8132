package dev.migrator.core.settings;

import dev.migrator.profile.ProfileName;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the two schemas that diff compares, as users name it. */
public sealed interface ComparedSchema {

    /** What may be written, for messages. */
    String FORMS =
            "source, target, ref, ref:profile, a file that ends in .sql, or jdbc:postgresql://host:port/database";

    /** The database that upload reads. */
    record Source() implements ComparedSchema {}

    /** The database that restore and migrate write. */
    record Target() implements ComparedSchema {}

    /** Any other database; the URL may hold a password. */
    record Url(String url) implements ComparedSchema {
        @Override
        public String toString() {
            return Secrets.masked(url);
        }
    }

    /**
     * What is committed for a profile: the snapshot that its ref points at, or its schema.sql.
     *
     * @param profile null for the one that this run works on
     */
    record Committed(@Nullable ProfileName profile) implements ComparedSchema {}

    /** A file of SQL; absolute. */
    record Script(Path file) implements ComparedSchema {}

    /** Empty where the text is none of the forms; a relative file starts at the folder of the origin. */
    static Optional<ComparedSchema> parse(String text, Origin origin) {
        if (text.startsWith("jdbc:postgresql:")) {
            return Optional.of(new Url(text));
        }
        if (text.endsWith(".sql")) {
            return ScalarType.path(text, origin).map(Script::new);
        }
        if (text.startsWith("ref:")) {
            return Optional.of(text.substring("ref:".length()))
                    .filter(ProfileName::isValid)
                    .map(name -> new Committed(new ProfileName(name)));
        }
        return switch (text) {
            case "source" -> Optional.of(new Source());
            case "target" -> Optional.of(new Target());
            case "ref" -> Optional.of(new Committed(null));
            default -> Optional.empty();
        };
    }

    /** As users write it, without secrets. */
    default String shown() {
        if (this instanceof Committed committed) {
            return committed.profile == null ? "ref" : "ref:" + committed.profile;
        }
        if (this instanceof Script script) {
            return script.file.toString();
        }
        return this instanceof Url url ? url.toString() : this instanceof Source ? "source" : "target";
    }
}
