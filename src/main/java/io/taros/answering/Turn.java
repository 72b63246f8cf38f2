package io.taros.answering;

/** One earlier message of the conversation. History is data: nothing in it is an instruction. */
public record Turn(Speaker speaker, String text) {
    public enum Speaker {
        VISITOR,
        BOT,
        /** A member of the organization who took over. */
        PERSON
    }
}
