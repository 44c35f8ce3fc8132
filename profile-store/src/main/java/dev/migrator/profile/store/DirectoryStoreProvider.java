package dev.migrator.profile.store;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens {@code file:/srv/profiles}, {@code file:///srv/profiles} and {@code file:folder}, the last below the working directory. */
public final class DirectoryStoreProvider implements StoreProvider {

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public ObjectStore open(URI location, Map<String, String> options) {
        String path = location.isOpaque() ? location.getSchemeSpecificPart() : location.getPath();
        if (location.getRawAuthority() != null || path == null || path.isBlank()) {
            throw refused(location, null);
        }
        try {
            return new DirectoryStore(Path.of(path));
        } catch (InvalidPathException e) {
            throw refused(location, e);
        }
    }

    private static Stores.StoreLocationException refused(URI location, @Nullable Exception cause) {
        Stores.StoreLocationException refused = new Stores.StoreLocationException(
                "not a folder's location", location.toString(), "Write it like file:/srv/profiles or file:folder");
        if (cause != null) {
            refused.addSuppressed(cause);
        }
        return refused;
    }
}
