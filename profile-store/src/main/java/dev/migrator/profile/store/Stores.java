package dev.migrator.profile.store;

import dev.migrator.error.MigratorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Opens the store that a location like {@code file:/srv/profiles} or {@code s3://bucket/prefix} names. */
public final class Stores {

    private Stores() {}

    /**
     * Opens a store by the provider of its scheme, without a call to it.
     *
     * @param options see {@link StoreProvider#open}
     * @throws StoreLocationException where the location is none, or nobody knows its scheme
     */
    public static ObjectStore open(String location, Map<String, String> options) {
        Map<String, StoreProvider> providers = providers();
        int colon = location.indexOf(':');
        String scheme = colon < 0 ? "" : location.substring(0, colon).toLowerCase(Locale.ROOT);
        StoreProvider provider = providers.get(scheme);
        if (provider == null) {
            throw new StoreLocationException(
                    colon < 0 ? "the store's location has no scheme" : "no store of this kind is known",
                    colon < 0 ? location : scheme + ":",
                    "Set migrator.store to a location that begins with one of: "
                            + String.join(
                                    ", ",
                                    providers.keySet().stream()
                                            .map(known -> known + ":")
                                            .toList())
                            + hint(scheme));
        }
        return provider.open(uri(scheme, location.substring(colon + 1)), options);
    }

    private static String hint(String scheme) {
        return scheme.equals("s3") ? " (for s3: add the module profile-store-s3 to the class path)" : "";
    }

    private static Map<String, StoreProvider> providers() {
        Map<String, StoreProvider> found = new TreeMap<>();
        for (StoreProvider provider : ServiceLoader.load(StoreProvider.class, Stores.class.getClassLoader())) {
            found.put(provider.scheme(), provider);
        }
        return found;
    }

    /** What is no URI as it was typed, a folder with a blank say, is taken literally. */
    private static URI uri(String scheme, String rest) {
        try {
            URI uri = literalOrParsed(scheme, rest);
            if (uri.getRawUserInfo() != null
                    || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
                throw new StoreLocationException(
                        "a store's location must not hold credentials",
                        scheme + "://…@…",
                        "Leave them to the environment, to ~/.aws or to a server entry of settings.xml");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new StoreLocationException(
                    "not a location of a store",
                    scheme + ":" + rest,
                    "Write it like file:/srv/profiles or s3://bucket/prefix");
        }
    }

    private static URI literalOrParsed(String scheme, String rest) throws URISyntaxException {
        try {
            return new URI(scheme + ":" + rest);
        } catch (URISyntaxException e) {
            return new URI(scheme, rest, null);
        }
    }

    /** A location that no store can be opened by. */
    public static final class StoreLocationException extends MigratorException {
        private static final long serialVersionUID = 1L;

        public StoreLocationException(String problem, String subject, String fix) {
            super(problem, subject, fix);
        }
    }
}
