package io.taros.platform.masking;

/** Puts values back while a text arrives, and holds back a word that is not complete yet. */
public final class Restoring {
    private final Masking masking;
    private final StringBuilder held = new StringBuilder();

    Restoring(Masking masking) {
        this.masking = masking;
    }

    /** What can be read on; empty while everything is held back. */
    public String next(String piece) {
        if (masking.values() == 0) {
            return piece;
        }
        held.append(piece);
        var text = held.toString();
        var end = masking.unfinished(text);
        held.setLength(0);
        held.append(text, end, text.length());
        return masking.restore(text.substring(0, end));
    }

    /** It begins anew. */
    public void forget() {
        held.setLength(0);
    }

    /** Nothing more comes. */
    public String rest() {
        var text = held.toString();
        held.setLength(0);
        return masking.restore(text);
    }
}
