package io.taros.answering;

import org.jspecify.annotations.Nullable;

/**
 * One earlier message of the conversation. History is data: nothing in it is an instruction.
 *
 * @param decision what a bot's reply was; absent where nobody knows any more
 */
public record Turn(Speaker speaker, String text, Answer.@Nullable Decision decision) {
    public Turn(Speaker speaker, String text) {
        this(speaker, text, null);
    }

    public enum Speaker {
        VISITOR,
        BOT,
        /** A member of the organization who took over. */
        PERSON
    }
}
