package io.taros.improve;

import io.taros.bot.Bot;
import io.taros.conversation.Message;
import io.taros.conversation.Transcripts;
import io.taros.search.LocalEmbedder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.springframework.stereotype.Component;

/**
 * Gathers what the bot had no answer to: messages close in meaning to one another are one question.
 * Each joins the question it is closest to, latest first; what is close enough was measured on
 * 1,249 paraphrases of 125 questions (UnansweredQuestionsTest).
 */
@Component
public class UnansweredQuestions {
    private static final Duration LOOKED_AT = Duration.ofDays(30);
    private static final int MOST = 500;
    private static final float SAME = 0.62f;

    private final Transcripts transcripts;
    private final Improvements improvements;
    private final LocalEmbedder embedder;
    private final InstantSource clock;

    UnansweredQuestions(
            Transcripts transcripts,
            Improvements improvements,
            LocalEmbedder embedder,
            InstantSource clock) {
        this.transcripts = transcripts;
        this.improvements = improvements;
        this.embedder = embedder;
        this.clock = clock;
    }

    /** Of the last 30 days and the newest 500 messages, asked most often first. */
    public List<UnansweredQuestion> list(Bot.Id bot) {
        var since = clock.instant().minus(LOOKED_AT);
        var asked = transcripts.unanswered(bot, since, MOST);
        var decided = improvements.decided(ids(asked));
        var open = asked.stream().filter(one -> !decided.contains(one.question().id())).toList();
        return gathered(open).stream()
                .map(Gathering::question)
                .sorted(
                        Comparator.comparingInt(UnansweredQuestion::times)
                                .thenComparing(UnansweredQuestion::lastAskedAt)
                                .reversed())
                .toList();
    }

    List<Gathering> gathered(List<Transcripts.Asked> asked) {
        var vectors = embedder.embed(asked.stream().map(one -> one.question().text()).toList());
        var gatherings = new ArrayList<Gathering>();
        for (var i = 0; i < asked.size(); i++) {
            var vector = vectors.get(i);
            var closest =
                    gatherings.stream()
                            .filter(one -> one.closeness(vector) >= SAME)
                            .max(Comparator.comparingDouble(one -> one.closeness(vector)));
            if (closest.isPresent()) {
                closest.get().messages().add(asked.get(i));
            } else {
                gatherings.add(new Gathering(vector, new ArrayList<>(List.of(asked.get(i)))));
            }
        }
        return gatherings;
    }

    private static List<Message.Id> ids(List<Transcripts.Asked> asked) {
        return asked.stream().map(one -> one.question().id()).toList();
    }

    /**
     * @param vector of the message it began with; the mean of all was no better
     */
    record Gathering(float[] vector, List<Transcripts.Asked> messages) {
        private float closeness(float[] other) {
            return VectorUtil.dotProduct(vector, other);
        }

        private UnansweredQuestion question() {
            var latest = messages.getFirst();
            var wordings = new LinkedHashSet<String>();
            messages.forEach(one -> wordings.add(one.question().text().strip()));
            wordings.remove(latest.question().text().strip());
            return new UnansweredQuestion(
                    latest.question().id(),
                    latest.conversation(),
                    latest.question().text().strip(),
                    List.copyOf(wordings),
                    ids(messages),
                    (int) messages.stream().map(Transcripts.Asked::conversation).distinct().count(),
                    latest.question().createdAt());
        }
    }
}
