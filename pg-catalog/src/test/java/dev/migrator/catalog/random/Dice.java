package dev.migrator.catalog.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The chances of one seed: the same answers in the same order on every machine. */
final class Dice {

    private final Random random;

    /** @param seed neighbours give streams that have nothing in common */
    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** From 0 to {@code limit - 1}. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The text, or nothing in all cases but one in {@code n}. */
    String maybe(int n, String text) {
        return oneIn(n) ? text : "";
    }

    /** At least one of the choices and at most {@code most}, each once, in any order. */
    <T> List<T> some(List<T> choices, int most) {
        List<T> shuffled = shuffled(choices);
        return shuffled.subList(0, between(1, Math.min(most, shuffled.size())));
    }

    <T> List<T> shuffled(List<T> choices) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
