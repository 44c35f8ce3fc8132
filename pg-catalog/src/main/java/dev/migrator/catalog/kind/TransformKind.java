package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transforms of a type for a procedural language. */
final class TransformKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, format('%s LANGUAGE %I', format_type(t.trftype, NULL), l.lanname) AS name,
                   'FROM SQL WITH FUNCTION ' || nullif(t.trffromsql::oid, 0)::regprocedure AS from_sql,
                   'TO SQL WITH FUNCTION ' || nullif(t.trftosql::oid, 0)::regprocedure AS to_sql
            FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
            WHERE t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String functions = Stream.of(row.orEmpty("from_sql"), row.orEmpty("to_sql"))
                    .filter(function -> !function.isEmpty())
                    .collect(Collectors.joining(", "));
            return Draft.of(
                    new Address("pg_transform", row.number("oid")),
                    ObjectId.of(ObjectKind.TRANSFORM, null, row.text("name")),
                    "FOR " + row.text("name"),
                    Stage.BEFORE_ROWS,
                    "CREATE TRANSFORM FOR " + row.text("name") + " (" + functions + ")");
        });
    }
}
