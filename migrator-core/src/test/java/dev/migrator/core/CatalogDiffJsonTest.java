package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.BrokenNeed;
import dev.migrator.catalog.CatalogComparison;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogDiffJsonTest {

    @Test
    void theKeysAreThoseThatTheDocumentationNames() throws Exception {
        NamedSchema from = schema("a", """
                CREATE TABLE public.t (x int);
                CREATE TABLE public.gone ();
                GRANT SELECT ON public.gone TO PUBLIC""");
        NamedSchema to = schema("b", """
                CREATE TABLE public.t (x text);
                COMMENT ON COLUMN public.t.x IS 'was a number';
                CREATE VIEW public.v AS SELECT 'quoted "one"' AS c""");
        List<BrokenNeed> broken = List.of(new BrokenNeed(
                new ObjectId(ObjectKind.TRIGGER, "public", "t", "tr"),
                ObjectId.of(ObjectKind.FUNCTION, "audit", "f()")));

        String json = CatalogDiffJson.of(
                CatalogComparison.byText()
                        .compare(from.content().catalog(), to.content().catalog()),
                from,
                to,
                broken);

        assertThat(json).isEqualTo("""
                {
                  "format" : 1,
                  "from" : {
                    "name" : "a",
                    "major" : %1$d
                  },
                  "to" : {
                    "name" : "b",
                    "major" : %1$d
                  },
                  "equal" : false,
                  "added" : [
                    {
                      "object" : "view public.v",
                      "kind" : "view",
                      "schema" : "public",
                      "on" : null,
                      "name" : "v",
                      "definition" : "CREATE VIEW public.v AS\\n SELECT 'quoted \\"one\\"'::text AS c",
                      "owner" : "postgres",
                      "privileges" : [
                        "ALL TO postgres BY postgres"
                      ],
                      "comments" : [ ],
                      "labels" : [ ],
                      "tablespace" : null
                    }
                  ],
                  "removed" : [
                    {
                      "object" : "table public.gone",
                      "kind" : "table",
                      "schema" : "public",
                      "on" : null,
                      "name" : "gone",
                      "definition" : "CREATE TABLE public.gone (\\n)",
                      "owner" : "postgres",
                      "privileges" : [
                        "ALL TO postgres BY postgres",
                        "SELECT TO PUBLIC BY postgres"
                      ],
                      "comments" : [ ],
                      "labels" : [ ],
                      "tablespace" : null
                    }
                  ],
                  "changed" : [
                    {
                      "object" : "table public.t",
                      "kind" : "table",
                      "schema" : "public",
                      "on" : null,
                      "name" : "t",
                      "before" : {
                        "definition" : "CREATE TABLE public.t (\\n    x integer\\n)",
                        "comments" : [ ]
                      },
                      "after" : {
                        "definition" : "CREATE TABLE public.t (\\n    x text\\n)",
                        "comments" : [
                          {
                            "column" : "x",
                            "text" : "was a number"
                          }
                        ]
                      }
                    }
                  ],
                  "undecided" : [ ],
                  "neededButLeftOut" : [
                    {
                      "object" : "trigger public.t.tr",
                      "kind" : "trigger",
                      "schema" : "public",
                      "on" : "t",
                      "name" : "tr",
                      "needs" : {
                        "object" : "function audit.f()",
                        "kind" : "function",
                        "schema" : "audit",
                        "on" : null,
                        "name" : "f()"
                      }
                    }
                  ]
                }
                """.formatted(TestPostgres.newest().major()));
    }

    private static NamedSchema schema(String name, String script) throws SQLException {
        Database database = TestPostgres.newest().createDatabase("json");
        LiveProject.run(database, script);
        return new NamedSchema(name, CatalogReader.read(database));
    }
}
