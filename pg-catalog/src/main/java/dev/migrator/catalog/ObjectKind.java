package dev.migrator.catalog;

import java.util.Locale;

/**
 * The kinds of object that a catalog is made of, in the order in which a person would read them; each is named as PostgreSQL names it in
 * its commands.
 */
public enum ObjectKind {
    /** The database itself, in the statements of its {@link DatabaseState}; never among a catalog's objects. */
    DATABASE,
    SCHEMA,
    EXTENSION,
    LANGUAGE,
    ACCESS_METHOD,
    COLLATION,
    CONVERSION,
    ENUM,
    COMPOSITE,
    DOMAIN,
    RANGE,
    BASE_TYPE,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    CAST,
    TRANSFORM,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    USER_MAPPING,
    SEQUENCE,
    TABLE,
    FOREIGN_TABLE,
    /** That a table is a partition of another, with its bounds. */
    PARTITION_ATTACHMENT,
    /** The default expression of one column. */
    COLUMN_DEFAULT,
    VIEW,
    MATERIALIZED_VIEW,
    /** A constraint that is not a foreign key: CHECK, PRIMARY KEY, UNIQUE, EXCLUDE, and of 18 on NOT NULL. */
    CONSTRAINT,
    INDEX,
    /** That an index is the part of a partitioned index that belongs to one partition. */
    INDEX_ATTACHMENT,
    FOREIGN_KEY,
    STATISTICS,
    RULE,
    TRIGGER,
    POLICY,
    EVENT_TRIGGER,
    PUBLICATION,
    SUBSCRIPTION,
    DEFAULT_PRIVILEGES;

    /** The kind in words: {@code materialized view}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind as a command names it: {@code MATERIALIZED VIEW}; a domain is a {@code DOMAIN}, the other types are a {@code TYPE}. */
    public String command() {
        return switch (this) {
            case ENUM, COMPOSITE, RANGE, BASE_TYPE -> "TYPE";
            case FOREIGN_KEY -> "CONSTRAINT";
            default -> name().replace('_', ' ');
        };
    }
}
