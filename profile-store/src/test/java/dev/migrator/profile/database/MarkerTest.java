package dev.migrator.profile.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkerTest {

    private static final Marker MARKER = Marker.now(new ProfileName("customer1"), new SnapshotId("ab".repeat(32)));

    @Property
    void anyCommentComesBackFromUnderTheMarker(@ForAll String comment) {
        String marked = MARKER.addedTo(comment);

        assertThat(Marker.in(marked)).contains(MARKER);
        assertThat(Marker.strip(marked)).isEqualTo(Marker.strip(comment));
    }

    @Test
    void noCommentIsNoCommentAgain() {
        assertThat(Marker.strip(MARKER.addedTo(null))).isNull();
    }

    @Test
    void aNewMarkerTakesThePlaceOfTheFormerOne() {
        Marker next = Marker.now(new ProfileName("customer2"), null);

        assertThat(next.addedTo(MARKER.addedTo("mine"))).isEqualTo(next.addedTo("mine"));
    }

    @Test
    void wordsThatOnlyLookLikeAMarkerAreNone() {
        assertThat(Marker.in("migrator: made by hand")).isEmpty();
        assertThat(Marker.in(MARKER.addedTo(null) + "\nmoved by Ann")).isEmpty();
    }

    @Test
    void aMarkerOfANewerReleaseIsReadAllTheSame() {
        String line = MARKER.addedTo(null).replace("{", "{\"template\":\"x\",");

        assertThat(Marker.in(line)).contains(MARKER);
    }
}
