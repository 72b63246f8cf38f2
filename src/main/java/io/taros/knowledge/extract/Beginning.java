package io.taros.knowledge.extract;

/** The beginning of a text, or all of it, as much as a page shows. */
public record Beginning(String shown, boolean isWhole) {
    private static final int MOST = 200_000;

    public static Beginning of(String text) {
        if (text.length() <= MOST) {
            return new Beginning(text, true);
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return new Beginning(text.substring(0, end), false);
    }
}
