package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source over REST.
 *
 * @param pages read so far
 * @param standing whether visitors get it: published; draft, in the draft alone; leaving, which
 *     goes when the draft is published
 * @param include patterns of paths that are read; none for every page
 * @param recrawl never, daily, weekly or monthly
 * @param nextReadingAt when it is read again by itself
 * @param tags of those for whose questions it is used; none for everybody's
 * @param bots that use it besides the one it belongs to
 * @param pagesSearchable pages whose passages are found, by their words at least
 * @param passagesEmbedded passages found by their meaning, too
 * @param error one sentence, when the source failed or waits for the embedding model
 */
@Schema(name = "Source")
record SourceView(
        UUID id,
        UUID botId,
        String type,
        String title,
        @Nullable String url,
        List<String> include,
        List<String> exclude,
        @Schema(allowableValues = {"never", "daily", "weekly", "monthly"}) String recrawl,
        @Nullable Instant nextReadingAt,
        List<String> tags,
        List<UUID> bots,
        String status,
        @Schema(allowableValues = {"published", "draft", "leaving"}) String standing,
        int pages,
        int pagesFound,
        int pagesFailed,
        int pagesSearchable,
        int passages,
        int passagesEmbedded,
        @Nullable String error,
        Instant createdAt,
        Instant updatedAt) {

    static SourceView of(Source source, Sentence sentence, Locale locale) {
        return new SourceView(
                source.id().value(),
                source.bot().value(),
                word(source.kind()),
                source.title(),
                source.url(),
                source.plan().rules().include(),
                source.plan().rules().exclude(),
                source.plan().recrawl().word(),
                source.nextReadingAt(),
                source.audience().tags().values(),
                source.audience().bots().stream().map(Bot.Id::value).toList(),
                word(source.status()),
                source.standing().word(),
                source.progress().read(),
                source.progress().found(),
                source.progress().failed(),
                source.progress().indexed(),
                source.progress().passages(),
                source.progress().prepared(),
                source.problem() == null ? null : sentence.of(source.problem(), locale),
                source.createdAt(),
                source.updatedAt());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
