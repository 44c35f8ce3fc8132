package dev.migrator.profile.capture;

import dev.migrator.profile.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about personal data in a profile. A decision on a table holds for its partitions and for the tables that inherit from
 * it, unless they have one of their own.
 *
 * @param masks one for each masked column; none unless the decision is {@link PersonalData#MASKED}
 * @param keep columns that are known to need no mask
 * @param failUnclassified whether a column that is neither masked nor kept is an error
 */
public record Masking(PersonalData decision, List<MaskedColumn> masks, Set<ColumnName> keep, boolean failUnclassified) {

    /** @throws CaptureException.MaskingRefused where the parts contradict one another */
    public Masking {
        masks = List.copyOf(masks);
        keep = Set.copyOf(keep);
        requireMasksAsDecided(decision, masks);
        requireEachOnce(masks, keep);
    }

    /** There are no personal data, as the profile's owner says. */
    public static Masking none() {
        return new Masking(PersonalData.NONE, List.of(), Set.of(), false);
    }

    /** Rows are captured as they are, as the profile's owner has decided. */
    public static Masking raw() {
        return new Masking(PersonalData.RAW, List.of(), Set.of(), false);
    }

    /** SHA-256 over all masks, the same in whatever order they are written; null where there are none. */
    public @Nullable String digest() {
        if (masks.isEmpty()) {
            return null;
        }
        var digest = Sha256.newDigest();
        masks.stream()
                .sorted(Comparator.comparing(mask -> mask.name().toString()))
                .flatMap(mask -> Stream.of(mask.schema(), mask.table(), mask.column(), mask.expression()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(text -> {
                    digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(text);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void requireMasksAsDecided(PersonalData decision, List<MaskedColumn> masks) {
        if ((decision == PersonalData.MASKED) == masks.isEmpty()) {
            throw new CaptureException.MaskingRefused(
                    masks.isEmpty()
                            ? "personalData is masked, but there is no mask"
                            : "there are masks, but personalData is " + decision.word(),
                    masks.isEmpty() ? List.of("mask:") : names(masks.stream()),
                    "Set personalData: masked together with mask: in profile.yaml, or neither");
        }
    }

    private static void requireEachOnce(List<MaskedColumn> masks, Set<ColumnName> keep) {
        Set<ColumnName> seen = new HashSet<>(keep);
        List<String> twice = names(masks.stream().filter(mask -> !seen.add(mask.name())));
        if (!twice.isEmpty()) {
            throw new CaptureException.MaskingRefused(
                    "a column is masked twice, or masked and kept",
                    twice,
                    "Leave each of them once under mask: or keep: in profile.yaml");
        }
    }

    private static List<String> names(Stream<MaskedColumn> masks) {
        return masks.map(mask -> mask.name().toString()).toList();
    }
}
