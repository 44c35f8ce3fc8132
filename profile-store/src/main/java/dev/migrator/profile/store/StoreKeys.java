package dev.migrator.profile.store;

import java.util.regex.Pattern;

/**
 * What a key may be, alike for all stores, so that what one store takes can be copied to every other: parts joined by {@code /}, each of
 * printable ASCII without backslash, none of them empty, {@code .} or {@code ..}.
 */
public final class StoreKeys {

    private static final Pattern PARTS = Pattern.compile("[ -\\[\\]-~]+");
    private static final int LONGEST_PART = 200;
    private static final int LONGEST = 900;

    private StoreKeys() {}

    /**
     * Returns the key.
     *
     * @throws IllegalArgumentException where it could mean something else as a path, or could not be kept everywhere
     */
    public static String require(String key) {
        if (key.length() > LONGEST || !PARTS.matcher(key).matches()) {
            throw refused(key);
        }
        for (String part : key.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.length() > LONGEST_PART) {
                throw refused(key);
            }
        }
        return key;
    }

    /** Returns the beginning of keys: what {@link #require} takes, cut off anywhere. */
    public static String requirePrefix(String prefix) {
        if (prefix.startsWith("/") || prefix.contains("//") || ("/" + prefix + "/").contains("/../")) {
            throw refused(prefix);
        }
        return prefix;
    }

    private static IllegalArgumentException refused(String key) {
        return new IllegalArgumentException("not a key of a store: '" + key + "'");
    }
}
