package dev.migrator.catalog.kind;

import java.util.List;

/**
 * How an object is made in two goes where it is part of a dependency loop: a view first as a view of NULLs, a base type first as a shell.
 *
 * @param severed the addresses whose dependencies the first go does without: of a view its _RETURN rule
 * @param first makes what others in the loop need
 * @param rest makes it whole
 */
public record Split(List<Address> severed, List<Step> first, List<Step> rest) {

    public Split {
        severed = List.copyOf(severed);
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }
}
