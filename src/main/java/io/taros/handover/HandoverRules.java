package io.taros.handover;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a bot calls a person without having been asked for one, and to which team those are left
 * whom it calls for.
 *
 * @param tries after how many replies in a row that answered nothing; never when absent
 * @param isForAngry whether angry words of ours call one, in the languages we know some of
 * @param angryWords the owner's own, besides
 * @param team to which all is left that a topic leaves to no other; everybody when absent
 */
public record HandoverRules(
        List<Topic> topics,
        @Nullable Integer tries,
        boolean isForAngry,
        List<String> angryWords,
        Team.@Nullable Id team) {
    public static final HandoverRules NONE =
            new HandoverRules(List.of(), null, false, List.of(), null);
    public static final int MOST_TRIES = 5;

    public HandoverRules {
        topics = List.copyOf(topics);
        angryWords = List.copyOf(angryWords);
        if (tries != null && (tries < 1 || tries > MOST_TRIES)) {
            throw new IllegalArgumentException("A bot tries once to five times");
        }
    }

    /**
     * What a message is about that people are to answer.
     *
     * @param team to which it is left; the bot's when absent
     */
    public record Topic(String name, List<String> words, Team.@Nullable Id team) {
        public Topic {
            words = List.copyOf(words);
        }
    }

    /** Why a message is left to people before the bot has looked for an answer. */
    public sealed interface Trigger {}

    /**
     * @param team to which it is left; the bot's when absent
     */
    public record OfTopic(Team.@Nullable Id team) implements Trigger {}

    public record OfAnger() implements Trigger {}

    /** What a message says decides, and nothing that was said before it. */
    public Optional<Trigger> triggeredBy(String message) {
        var said = new Phrases(message);
        var found =
                topics.stream()
                        .filter(topic -> topic.words().stream().anyMatch(said::contain))
                        .findFirst();
        if (found.isPresent()) {
            return Optional.of(new OfTopic(found.get().team()));
        }
        var isAngry =
                angryWords.stream().anyMatch(said::contain)
                        || (isForAngry && AngryWords.all().stream().anyMatch(said::contain));
        return isAngry ? Optional.of(new OfAnger()) : Optional.empty();
    }

    /** Whether it is enough, after as many replies in a row that answered nothing. */
    public boolean isEnough(int unanswered) {
        return tries != null && unanswered >= tries;
    }
}
