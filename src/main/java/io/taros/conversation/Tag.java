package io.taros.conversation;

import java.util.UUID;

/**
 * A word that people put on conversations.
 *
 * @param isArchived stays where it is, and is put on nothing new
 */
public record Tag(Tag.Id id, String name, Colour colour, boolean isArchived) {
    public static final int MAX_NAME = 40;

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** Told apart from one another and from the page in light and dark; the name says the rest. */
    public enum Colour {
        GREY,
        RED,
        AMBER,
        GREEN,
        TEAL,
        BLUE,
        VIOLET,
        PINK
    }
}
