package dev.migrator.postgres.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The default of {@code migrator.cacheDirectory}: the folder that the operating system keeps for what can be made anew. */
public final class UserCache {

    private UserCache() {}

    /** {@code ~/.cache/migrator} or what stands for it on this machine; it need not exist yet. */
    public static Path directory() {
        return directory(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path directory(String os, Path home, Map<String, String> environment) {
        String family = os.toLowerCase(Locale.ROOT);
        if (family.startsWith("windows")) {
            return absoluteOr(
                            environment.get("LOCALAPPDATA"),
                            home.resolve("AppData").resolve("Local"))
                    .resolve("migrator");
        }
        if (family.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("migrator");
        }
        return absoluteOr(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"))
                .resolve("migrator");
    }

    /** The XDG specification has a relative path ignored. */
    private static Path absoluteOr(@Nullable String value, Path otherwise) {
        return value == null || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
