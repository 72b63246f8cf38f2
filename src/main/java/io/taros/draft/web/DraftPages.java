package io.taros.draft.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.draft.Draft;
import io.taros.draft.Drafts;
import io.taros.draft.Publishing;
import io.taros.draft.web.DraftPage.Freshness;
import io.taros.draft.web.DraftPage.Gate;
import io.taros.draft.web.DraftPage.Line;
import io.taros.draft.web.DraftPage.Notice;
import io.taros.draft.web.DraftPage.Waiting;
import io.taros.golden.web.RunReport.Place;
import io.taros.golden.web.RunReports;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.platform.web.FormErrors;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts a draft on its page. */
@Component
class DraftPages {
    private final Drafts drafts;
    private final Publishing publishing;
    private final RunReports reports;
    private final Sentence sentence;
    private final CurrentBot current;

    DraftPages(
            Drafts drafts,
            Publishing publishing,
            RunReports reports,
            Sentence sentence,
            CurrentBot current) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.reports = reports;
        this.sentence = sentence;
        this.current = current;
    }

    DraftPage page(Bot bot, Notice notice, Locale locale) {
        return page(bot, "", notice, FormErrors.NONE, locale);
    }

    /** The same again, with what was wrong. */
    DraftPage page(Bot bot, String reason, FormErrors errors, Locale locale) {
        return page(bot, reason, Notice.NONE, errors, locale);
    }

    private DraftPage page(
            Bot bot, String reason, Notice notice, FormErrors errors, Locale locale) {
        return new DraftPage(
                current.pick(bot),
                drafts.isGated(bot.id()) ? Gate.ON : Gate.OFF,
                drafts.find(bot.id()).map(draft -> waiting(draft, locale)).orElse(null),
                publishing.latest(bot.id()).orElse(null),
                reason,
                notice,
                errors);
    }

    private Waiting waiting(Draft draft, Locale locale) {
        var run = draft.run();
        return new Waiting(
                draft.opened().openedAt(),
                draft.settings(),
                lines(draft.coming(), locale),
                lines(draft.leaving(), locale),
                draft.mends().stream().map(DraftPage.MendLine::of).toList(),
                draft.obstacle(),
                draft.isRunCurrent() ? Freshness.CURRENT : Freshness.STALE,
                run == null ? null : reports.of(run, Place.ON_ITS_PAGE, locale));
    }

    private List<Line> lines(List<Source> sources, Locale locale) {
        return sources.stream().map(source -> line(source, locale)).toList();
    }

    private Line line(Source source, Locale locale) {
        var problem = source.problem();
        return new Line(
                source.id().value(),
                source.shownTitle(),
                source.kind(),
                source.status(),
                source.progress().passages(),
                problem == null ? null : sentence.of(problem, locale));
    }
}
