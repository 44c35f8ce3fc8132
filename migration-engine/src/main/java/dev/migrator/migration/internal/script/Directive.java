package dev.migrator.migration.internal.script;

import java.util.Locale;

/** What a script may say of itself before its first statement: {@code -- migrator: idempotent}. */
public enum Directive {
    /** That something exists already, or is gone already, is no failure. */
    IDEMPOTENT,
    /** Each statement is committed on its own. */
    NO_TRANSACTION,
    /** Placeholders count inside of quotes as well. */
    PLACEHOLDERS_IN_QUOTES;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
