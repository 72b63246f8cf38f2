package io.taros.handover;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a bot calls a person without having been asked for one.
 *
 * @param tries after how many replies in a row that answered nothing; never when absent
 * @param isForAngry whether angry words of ours call one, in the languages we know some of
 * @param angryWords the owner's own, besides
 */
public record HandoverRules(
        List<Topic> topics, @Nullable Integer tries, boolean isForAngry, List<String> angryWords) {
    public static final HandoverRules NONE = new HandoverRules(List.of(), null, false, List.of());
    public static final int MOST_TRIES = 5;

    public HandoverRules {
        topics = List.copyOf(topics);
        angryWords = List.copyOf(angryWords);
        if (tries != null && (tries < 1 || tries > MOST_TRIES)) {
            throw new IllegalArgumentException("A bot tries once to five times");
        }
    }

    /** What a message is about that people are to answer. */
    public record Topic(String name, List<String> words) {
        public Topic {
            words = List.copyOf(words);
        }
    }

    /** Why a message is left to people before the bot has looked for an answer. */
    public enum Trigger {
        TOPIC,
        SENTIMENT
    }

    /** What a message says decides, and nothing that was said before it. */
    public Optional<Trigger> triggeredBy(String message) {
        var said = new Phrases(message);
        if (topics.stream().flatMap(topic -> topic.words().stream()).anyMatch(said::contain)) {
            return Optional.of(Trigger.TOPIC);
        }
        var isAngry =
                angryWords.stream().anyMatch(said::contain)
                        || (isForAngry && AngryWords.all().stream().anyMatch(said::contain));
        return isAngry ? Optional.of(Trigger.SENTIMENT) : Optional.empty();
    }

    /** Whether it is enough, after as many replies in a row that answered nothing. */
    public boolean isEnough(int unanswered) {
        return tries != null && unanswered >= tries;
    }
}
