package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.util.ArrayList;
import java.util.List;

/** A table or view as it is known to be by now; histories change it. */
final class Relation {

    /** What sort of relation it is; the words are those of DDL. */
    enum Sort {
        TABLE("TABLE"),
        PARTITIONED("TABLE"),
        PARTITION("TABLE"),
        HEIR("TABLE"),
        FOREIGN("FOREIGN TABLE"),
        VIEW("VIEW"),
        MATERIALIZED_VIEW("MATERIALIZED VIEW");

        final String words;

        Sort(String words) {
            this.words = words;
        }

        boolean isTable() {
            return this == TABLE || this == PARTITIONED || this == PARTITION || this == HEIR;
        }
    }

    String schema;
    String name;
    final Sort sort;
    final List<Column> columns;
    /** Columns of each unique key that a foreign key can point at. */
    final List<List<Column>> keys = new ArrayList<>();
    /** What every unique key of a partitioned table has to contain; shared by the tables of one tree. Empty where no key is possible. */
    List<Column> partitionKey = new ArrayList<>();

    boolean hasPrimaryKey;

    boolean isPartition;

    boolean isLogged = true;

    final List<Relation> partitions = new ArrayList<>();

    Relation(Sort sort, String schema, String name, List<Column> columns) {
        this.sort = sort;
        this.schema = schema;
        this.name = name;
        this.columns = new ArrayList<>(columns);
    }

    String sql() {
        return SqlText.name(schema, name);
    }

    /** The columns that the given question is answered with yes for. */
    List<Column> columns(java.util.function.Predicate<Type> question) {
        return columns.stream().filter(column -> question.test(column.type())).toList();
    }
}
