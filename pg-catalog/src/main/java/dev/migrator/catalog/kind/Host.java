package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import java.util.List;

/** An object whose statements can take in others (see {@link Inline}). */
@FunctionalInterface
public interface Host {

    /** The object's steps with the pieces in them; the pieces are in the order of their {@link dev.migrator.catalog.ObjectId}s. */
    List<Step> with(List<Guest> pieces);

    /** A piece and the object that it makes. */
    record Guest(Address address, Definition piece) {}
}
