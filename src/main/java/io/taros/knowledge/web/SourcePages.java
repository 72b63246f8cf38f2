package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.knowledge.Quotas;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.knowledge.web.SourceRow.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts sources on pages. */
@Component
class SourcePages {
    private static final int PAGE = 50;

    private final Sources sources;
    private final Bots bots;
    private final BotDrafts drafts;
    private final CurrentBot current;
    private final ShownSources rows;
    private final Quotas quotas;

    SourcePages(
            Sources sources,
            Bots bots,
            BotDrafts drafts,
            CurrentBot current,
            ShownSources rows,
            Quotas quotas) {
        this.sources = sources;
        this.bots = bots;
        this.drafts = drafts;
        this.current = current;
        this.rows = rows;
        this.quotas = quotas;
    }

    SourcesPage page(Bot bot, @Nullable String cursor, AddSource add, Locale locale) {
        return new SourcesPage(
                current.pick(bot),
                list(bot, cursor, locale),
                shared(bot),
                add,
                waiting(bot),
                quotas.get());
    }

    private List<SharedSource> shared(Bot bot) {
        var names = bots.list().stream().collect(Collectors.toMap(Bot::id, Bot::name));
        return sources.shared(bot.id()).stream()
                .map(source ->
                        new SharedSource(
                                source.id().value(),
                                kindOf(source),
                                source.shownTitle(),
                                names.get(source.bot())))
                .toList();
    }

    Waiting waiting(Bot bot) {
        return drafts.isWaiting(bot.id()) ? Waiting.IN_DRAFT : Waiting.NO;
    }

    /** Questions with answers have a page of their own. */
    SourceList list(Bot bot, @Nullable String cursor, Locale locale) {
        var found = after(bot, cursor);
        return new SourceList(
                bot.id().value(),
                found.stream().limit(PAGE).map(source -> rows.row(source, locale)).toList(),
                next(found));
    }

    private static @Nullable String next(List<Source> found) {
        return found.size() > PAGE ? found.get(PAGE - 1).id().value().toString() : null;
    }

    static Kind kindOf(Source source) {
        return Kind.valueOf(source.kind().name());
    }

    private List<Source> after(Bot bot, @Nullable String cursor) {
        return sources.list(bot.id()).stream()
                .filter(source -> source.kind() != Source.Kind.QA)
                .filter(source ->
                        cursor == null || source.id().value().toString().compareTo(cursor) < 0)
                .limit(PAGE + 1L)
                .toList();
    }
}
