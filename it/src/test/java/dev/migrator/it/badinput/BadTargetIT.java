package dev.migrator.it.badinput;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target that must not be replaced. */
class BadTargetIT extends BadInput {

    @BeforeEach
    void uploadOnce() throws Exception {
        passes(upload());
    }

    @Test
    void aForeignDatabaseIsNotOverwritten() throws Exception {
        target = server.createDatabase("bad_input_foreign");
        run(target, "CREATE TABLE public.precious (x int); INSERT INTO public.precious VALUES (42)");
        refused(restore(), target.name(), "migrator.overwrite=" + target.name());
    }

    @Test
    void theSourceIsNoTarget() throws Exception {
        target = source;
        refused(restore(), source.name(), "source");
    }
}
