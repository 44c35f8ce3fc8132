package dev.migrator.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Comment;
import dev.migrator.catalog.RoundTrip;
import org.junit.jupiter.api.Test;

class CommentsTest {

    @Test
    void keepsCommentsOnObjectsColumnsConstraintsAndTheirIndexes() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE "T a.b" ("Col ""q" int CONSTRAINT pk PRIMARY KEY, n int CONSTRAINT small CHECK (n < 10));
                COMMENT ON TABLE "T a.b" IS 'all''s well';
                COMMENT ON COLUMN "T a.b"."Col ""q" IS E'multi\\nline \\\\ ''q''';
                COMMENT ON CONSTRAINT pk ON "T a.b" IS 'the key'; COMMENT ON INDEX pk IS 'its index';
                COMMENT ON CONSTRAINT small ON "T a.b" IS 'tiny';
                CREATE TYPE pair AS (l int, r int); COMMENT ON COLUMN pair.l IS 'left'; COMMENT ON TYPE pair IS 'two';
                CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE > 0); COMMENT ON CONSTRAINT pos ON DOMAIN d IS 'd''x';
                CREATE VIEW v AS SELECT 1 AS one; COMMENT ON COLUMN v.one IS 'uno'""");
        trip.isFaithful();
        assertThat(trip.object("table public.T a.b").comments())
                .containsExactly(new Comment(null, "all's well"), new Comment("Col \"q", "multi\nline \\ 'q'"));
        assertThat(trip.object("constraint public.T a.b.pk").comments())
                .extracting(Comment::text)
                .containsOnly("the key", "its index");
        assertThat(trip.object("constraint public.T a.b.small").comments())
                .extracting(Comment::text)
                .containsExactly("tiny");
        assertThat(trip.object("composite public.pair").comments())
                .extracting(Comment::text)
                .containsOnly("two", "left");
        assertThat(trip.object("constraint public.d.pos").comments())
                .extracting(Comment::text)
                .containsExactly("d'x");
        assertThat(trip.object("view public.v").comments())
                .extracting(Comment::text)
                .containsExactly("uno");
    }
}
