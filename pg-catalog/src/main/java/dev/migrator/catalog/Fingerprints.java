package dev.migrator.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A hash of each object's canonical definition, owner, privileges, comments, tablespace and security labels, by which a catalog that is not at hand can be told from
 * another, object by object.
 *
 * @param form the version of the canonical form; hashes of two forms cannot be compared
 * @param major the server's, since the text of an expression differs between majors
 * @param objects 64 hexadecimal digits each
 */
public record Fingerprints(int form, int major, SortedMap<ObjectId, String> objects) {

    private static final int FORM = 1;

    public Fingerprints {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    public static Fingerprints of(Catalog catalog) {
        SortedMap<ObjectId, String> objects = new TreeMap<>();
        catalog.objects().forEach(object -> objects.put(object.id(), hash(object)));
        return new Fingerprints(FORM, catalog.server().major(), objects);
    }

    private static String hash(CatalogObject object) {
        MessageDigest digest = newDigest();
        update(digest, object.definition().text());
        update(digest, String.valueOf(object.owner()));
        object.privileges().forEach(privilege -> update(digest, privilege));
        object.comments().forEach(comment -> update(digest, comment.toString()));
        if (object.tablespace() != null) {
            update(digest, "tablespace " + object.tablespace());
        }
        object.labels().forEach(label -> update(digest, label.toString()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of them all. */
    public Fingerprint database() {
        MessageDigest digest = newDigest();
        objects.forEach((id, hash) -> {
            update(digest, id.toString());
            update(digest, hash);
        });
        return new Fingerprint(form, major, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * The objects that only one of the two has, or that are not alike in them. An expression that reads differently but means the same is
     * among them: see {@link CatalogComparison}.
     *
     * @throws IllegalArgumentException where the forms or the majors are two
     */
    public SortedSet<ObjectId> differing(Fingerprints other) {
        if (form != other.form || major != other.major) {
            throw new IllegalArgumentException(
                    "hashes of forms %d and %d, of majors %d and %d say nothing of each other"
                            .formatted(form, other.form, major, other.major));
        }
        SortedSet<ObjectId> differing = new TreeSet<>(objects.keySet());
        differing.addAll(other.objects.keySet());
        differing.removeIf(id -> objects.containsKey(id) && objects.get(id).equals(other.objects.get(id)));
        return differing;
    }

    /** Each text with its length, so that two texts never run into one another. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
