package dev.migrator.profile.manifest;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.DdlPlan;
import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.profile.store.Chunk;
import java.time.Instant;
import java.util.List;

/** Manifests of a database with one small table. */
public final class SampleManifest {

    private static final String CREATE =
            "CREATE TABLE public.notes (\n    id integer NOT NULL,\n    \"the \"\"text\"\"\" text\n)";

    private SampleManifest() {}

    /** Of the profile {@code orders}; its one table lies in these chunks. */
    public static Manifest with(List<Chunk> chunks) {
        long rows = chunks.stream().mapToLong(Chunk::rows).sum();
        long bytes = chunks.stream().mapToLong(Chunk::plainLength).sum();
        TableContent notes = new TableContent(
                "public",
                "notes",
                "\"public\".\"notes\"",
                List.of("id", "the \"text\""),
                "text",
                null,
                rows,
                bytes,
                "0".repeat(32),
                chunks);
        return new Manifest(
                Manifest.FORMAT,
                List.of(),
                "migrator 0.1.0",
                "orders",
                Instant.parse("2026-11-24T10:15:30.123456Z"),
                "007",
                new Manifest.MaskingRecord("none", null),
                null,
                catalog(),
                List.of(new ExtensionVersion("hstore", "1.8")),
                List.of(notes),
                List.of(new SequenceState("public", "notes_id_seq", 42, true)),
                List.of(),
                List.of());
    }

    private static Catalog catalog() {
        ObjectId notes = ObjectId.of(ObjectKind.TABLE, "public", "notes");
        return new Catalog(
                new ServerVersion(150_019),
                new DatabaseState(
                        "UTF8", "libc", "C.UTF-8", "C.UTF-8", null, null, "app", -1, List.of(), List.of(), List.of(),
                        List.of(), null, null, null),
                List.of(new CatalogObject(
                        notes, Definition.structure(CREATE), "app", List.of(), List.of(), null, List.of())),
                new DdlPlan(List.of(new Statement(notes, Phase.BEFORE_ROWS, Aspect.DEFINITION, CREATE, List.of()))),
                List.of(),
                List.of(ObjectId.of(ObjectKind.SEQUENCE, "public", "notes_id_seq")),
                List.of());
    }
}
