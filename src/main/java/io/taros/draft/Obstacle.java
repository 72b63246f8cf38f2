package io.taros.draft;

import io.taros.platform.web.Conflict;
import java.util.List;
import java.util.Locale;

/** Why a draft cannot be published now. */
public record Obstacle(Kind kind, List<Object> arguments) {
    public enum Kind {
        /** Nothing in it differs from what is published. */
        EMPTY,
        /** A source of it is not read yet. */
        READING,
        /** There is no golden question it could pass. */
        NO_QUESTIONS,
        NOT_ASKED,
        ASKING,
        /** The draft, what it builds on or the golden questions changed since they were asked. */
        STALE,
        FAILED;

        /** As it is called in answers to programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether somebody can answer for publishing all the same. */
        boolean isOverridable() {
            return switch (this) {
                case EMPTY, READING -> false;
                case NO_QUESTIONS, NOT_ASKED, ASKING, STALE, FAILED -> true;
            };
        }
    }

    public Obstacle {
        arguments = List.copyOf(arguments);
    }

    static Obstacle of(Kind kind, Object... arguments) {
        return new Obstacle(kind, List.of(arguments));
    }

    public boolean isOverridable() {
        return kind.isOverridable();
    }

    public String messageKey() {
        return "draft.obstacle." + kind.name();
    }

    Conflict refusal() {
        return new Conflict(messageKey(), arguments.toArray());
    }
}
