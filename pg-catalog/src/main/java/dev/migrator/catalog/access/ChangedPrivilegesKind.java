package dev.migrator.catalog.access;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Kind;
import java.sql.SQLException;
import java.util.List;

/**
 * Objects that a new database has anyway, PostgreSQL's own and those of extensions, whose privileges have been changed: nothing makes
 * them, but what was granted and revoked is written. As with pg_dump, not in information_schema.
 */
public final class ChangedPrivilegesKind implements Kind {

    private static final String QUERY = """
            SELECT DISTINCT o.catalog, o.oid, i.type, i.schema, i.identity,
                   coalesce(i.name, substr(i.identity, length(quote_ident(i.schema)) + 2)) AS name
            FROM (%s) o
            LEFT JOIN pg_init_privs p ON p.classoid = o.catalog AND p.objoid = o.oid AND p.objsubid = o.attnum,
                 coalesce(p.initprivs, acldefault(o.letter, o.owner)) born,
                 pg_identify_object(o.catalog, o.oid, 0) i
            WHERE o.acl IS NOT NULL AND NOT (o.acl @> born AND born @> o.acl)
              AND (o.oid < 16384 OR EXISTS (SELECT FROM pg_depend d
                                            WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype = 'e'))
              AND coalesce(i.schema, i.name) <> 'information_schema' AND NOT (o.catalog = 'pg_namespace'::regclass AND i.name = 'public')""".formatted(AclQuery.OBJECTS);

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            ObjectKind kind = kind(row.text("type"));
            return Draft.of(
                    new Address(row.text("catalog"), row.number("oid")),
                    ObjectId.of(kind, row.optional("schema"), row.text("name")),
                    row.text("identity"));
        });
    }

    /** The words of {@code pg_identify_object}. */
    private static ObjectKind kind(String type) {
        return switch (type) {
            case "table", "view", "materialized view", "foreign table" -> ObjectKind.TABLE;
            case "sequence" -> ObjectKind.SEQUENCE;
            case "function", "aggregate", "procedure" -> ObjectKind.FUNCTION;
            case "schema" -> ObjectKind.SCHEMA;
            case "language" -> ObjectKind.LANGUAGE;
            case "foreign-data wrapper" -> ObjectKind.FOREIGN_DATA_WRAPPER;
            case "server" -> ObjectKind.SERVER;
            default -> ObjectKind.BASE_TYPE;
        };
    }
}
