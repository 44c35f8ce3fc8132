package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;

class LineDiffProperties {

    @Property
    void eachTextIsWhatTheOthersLinesLeave(
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> one,
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> other) {
        List<LineDiff.Line> whole = LineDiff.whole(lines(one), lines(other));
        assertThat(without('+', whole)).isEqualTo(lines(one));
        assertThat(without('-', whole)).isEqualTo(lines(other));
    }

    @Property
    void equalTextsDifferInNoLine(@ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> text) {
        assertThat(LineDiff.of(lines(text), lines(text))).isEmpty();
    }

    @Example
    void saysOnlyWhatDiffers() {
        assertThat(differing(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d", "e")))
                .containsExactly("-b", "+x", "+e");
    }

    @Example
    void aCommaThatMovesIsNoDifference() {
        assertThat(differing(List.of("(", "a int", ")"), List.of("(", "a int,", "b int", ")")))
                .containsExactly("+b int");
    }

    @Example
    void aCommaAloneIsOne() {
        assertThat(differing(List.of("a"), List.of("a,"))).containsExactly("-a", "+a,");
    }

    @Example
    void textsTooLongToBeMatchedDifferInFull() {
        List<String> before = Collections.nCopies(3000, "a");
        List<String> after = Collections.nCopies(3000, "b");
        assertThat(differing(before, after)).hasSize(6000).startsWith("-a").endsWith("+b");
    }

    private static List<String> differing(List<String> before, List<String> after) {
        return LineDiff.of(before, after).stream()
                .map(line -> line.sign() + line.text())
                .toList();
    }

    private static List<String> without(char sign, List<LineDiff.Line> lines) {
        return lines.stream()
                .filter(line -> line.sign() != sign)
                .map(LineDiff.Line::text)
                .toList();
    }

    private static List<String> lines(List<Character> letters) {
        return letters.stream().map(String::valueOf).toList();
    }
}
