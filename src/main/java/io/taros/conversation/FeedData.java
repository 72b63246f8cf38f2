package io.taros.conversation;

import io.taros.answering.AnswerSink;
import io.taros.answering.Citation;
import io.taros.answering.Reliability;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said in the events of a conversation; the names and fields are documented in docs/api.md.
 */
sealed interface FeedData
        permits FeedData.Status,
                FeedData.Delta,
                FeedData.Sources,
                FeedData.Score,
                FeedData.Handover,
                FeedData.Done,
                FeedData.State,
                ShownMessage {
    /** The name of the event; no field of its data. */
    String event();

    record Status(UUID turn, String state) implements FeedData {
        @Override
        public String event() {
            return "status";
        }

        static Status of(Message.Id turn, AnswerSink.Status status) {
            var state =
                    switch (status) {
                        case UNDERSTANDING -> "thinking";
                        case SEARCHING -> "searching";
                        case WRITING -> "writing";
                    };
            return new Status(turn.value(), state);
        }
    }

    record Delta(UUID turn, String text) implements FeedData {
        @Override
        public String event() {
            return "delta";
        }

        static Delta of(Message.Id turn, String text) {
            return new Delta(turn.value(), text);
        }
    }

    record Sources(UUID turn, List<ShownMessage.ShownSource> sources) implements FeedData {
        @Override
        public String event() {
            return "sources";
        }

        static Sources of(Message.Id turn, List<Citation> citations) {
            return new Sources(
                    turn.value(), citations.stream().map(ShownMessage.ShownSource::of).toList());
        }
    }

    record Score(UUID turn, double score, String word) implements FeedData {
        @Override
        public String event() {
            return "score";
        }

        static Score of(Message.Id turn, Reliability reliability) {
            return new Score(turn.value(), reliability.score(), lower(reliability.word()));
        }
    }

    /**
     * @param available whether anybody is there to come
     */
    record Handover(String reason, String text, boolean available) implements FeedData {
        @Override
        public String event() {
            return "handover";
        }

        static Handover of(HandoverReason reason, String text, boolean isAnybodyThere) {
            return new Handover(lower(reason), text, isAnybodyThere);
        }
    }

    /**
     * Who has the word from here on.
     *
     * @param by the person who did it; absent where none did
     */
    record State(String state, ShownMessage.@Nullable ShownAuthor by) implements FeedData {
        @Override
        public String event() {
            return "state";
        }

        static State of(Conversation.State state, @Nullable String name) {
            return new State(
                    lower(state), name == null ? null : new ShownMessage.ShownAuthor(name));
        }
    }

    record Done(UUID turn, UUID messageId) implements FeedData {
        @Override
        public String event() {
            return "done";
        }

        static Done of(Message.Id turn, Message.Id reply) {
            return new Done(turn.value(), reply.value());
        }
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
