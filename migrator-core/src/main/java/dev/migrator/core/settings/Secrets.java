package dev.migrator.core.settings;

import java.util.regex.Pattern;

/** Takes out of a text what nobody may read over a shoulder or in a build's log. */
public final class Secrets {

    private static final Pattern USER_PART = Pattern.compile("(://[^/?#@:\\s]*):[^?#\\s]*@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;][^=&;]*(?:password|secret|token|key)[^=&;]*=)[^&;\\s]*");

    private Secrets() {}

    /** A URL with {@code ***} in place of the passwords in it. */
    public static String masked(String url) {
        return PARAMETER.matcher(USER_PART.matcher(url).replaceAll("$1:***@")).replaceAll("$1***");
    }
}
