package io.taros.conversation;

/** A visitor used one of their rights without asking anybody. Says nothing about who. */
public record ServedThemselves(ServedThemselves.With with) {
    public enum With {
        /** The whole of a chat, to take along. */
        DOWNLOAD,
        /** A chat with all that was left in it. */
        ERASURE
    }
}
