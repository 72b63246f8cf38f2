package io.taros.conversation;

import io.taros.answering.Citation;
import io.taros.answering.Reliability;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it leaves the installation: to its visitor, over REST and in exports.
 *
 * @param ai marks words that no human wrote, for machines to read (AI Act, Article 50)
 * @param author the person who wrote it, on people's messages
 * @param turn the visitor's message that a bot's reply answers
 * @param outcome {@code answered}, {@code unanswered} or {@code handover}
 * @param decision what the bot did: {@code answer}, {@code ask_back} or {@code hand_over}
 * @param choices offered where it asked back, each to be asked as it stands
 * @param attachments files that came with it, on visitors' and people's messages
 * @param rating {@code up} or {@code down}, if the visitor said so
 */
public record ShownMessage(
        UUID id,
        String role,
        boolean ai,
        String text,
        @Nullable ShownAuthor author,
        @Nullable String clientId,
        @Nullable UUID turn,
        Instant createdAt,
        @Nullable List<ShownSource> sources,
        @Nullable ShownScore reliability,
        @Nullable String outcome,
        @Nullable String decision,
        @Nullable String why,
        @Nullable List<String> choices,
        @Nullable List<ShownAttachment> attachments,
        @Nullable String rating)
        implements FeedData {

    private static final int GOOD = 4;
    private static final int BAD = 2;

    public static ShownMessage of(Message message) {
        return of(message, null);
    }

    static ShownMessage of(Message message, @Nullable Integer rated) {
        return new ShownMessage(
                message.id().value(),
                FeedData.lower(message.role()),
                message.role() == Message.Role.BOT,
                message.text(),
                message.author() == null ? null : new ShownAuthor(message.author().name()),
                message.clientId(),
                message.answers() == null ? null : message.answers().value(),
                message.createdAt(),
                message.sources().isEmpty()
                        ? null
                        : message.sources().stream().map(ShownSource::of).toList(),
                ShownScore.of(message.reliability()),
                word(message.outcome()),
                word(message.decision()),
                word(message.why()),
                message.choices().isEmpty() ? null : message.choices(),
                message.attachments().isEmpty()
                        ? null
                        : message.attachments().stream().map(ShownAttachment::of).toList(),
                thumb(rated));
    }

    @Override
    public String event() {
        return "message";
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : FeedData.lower(constant);
    }

    private static @Nullable String thumb(@Nullable Integer rated) {
        if (rated == null || (rated > BAD && rated < GOOD)) {
            return null;
        }
        return rated >= GOOD ? "up" : "down";
    }

    public record ShownAuthor(String name) {}

    /**
     * @param type such as {@code image/png}
     * @param size in bytes
     * @param width in pixels, of pictures
     */
    public record ShownAttachment(
            UUID id,
            String name,
            String type,
            long size,
            @Nullable Integer width,
            @Nullable Integer height) {
        public static ShownAttachment of(Attachment attachment) {
            return new ShownAttachment(
                    attachment.id().value(),
                    attachment.name(),
                    attachment.type().mediaType(),
                    attachment.size(),
                    attachment.width(),
                    attachment.height());
        }
    }

    /**
     * @param quote verbatim
     */
    public record ShownSource(int number, String title, @Nullable String url, String quote) {
        static ShownSource of(Citation citation) {
            return new ShownSource(
                    citation.number(), citation.title(), citation.url(), citation.quote());
        }

        static ShownSource of(Message.Source source) {
            return new ShownSource(source.number(), source.title(), source.url(), source.quote());
        }
    }

    /**
     * @param score a probability
     * @param word for it, such as {@code good}
     */
    public record ShownScore(double score, String word) {
        static @Nullable ShownScore of(@Nullable Double score) {
            return score == null
                    ? null
                    : new ShownScore(
                            score, FeedData.lower(new Reliability(score, List.of()).word()));
        }
    }
}
