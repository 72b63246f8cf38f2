package io.taros;

import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.TWO_BOTS;
import static io.taros.SampleViews.ago;

import io.taros.bot.Bot;
import io.taros.knowledge.Failure;
import io.taros.knowledge.Pace;
import io.taros.knowledge.PageList;
import io.taros.knowledge.Quota;
import io.taros.knowledge.Recrawl;
import io.taros.knowledge.RulesMatch;
import io.taros.knowledge.Source;
import io.taros.knowledge.SourceRun;
import io.taros.knowledge.web.AddSource;
import io.taros.knowledge.web.AudiencePage;
import io.taros.knowledge.web.MatchedPages;
import io.taros.knowledge.web.PlanFields;
import io.taros.knowledge.web.SharedSource;
import io.taros.knowledge.web.SourceList;
import io.taros.knowledge.web.SourcePage;
import io.taros.knowledge.web.SourceProgress;
import io.taros.knowledge.web.SourceRow;
import io.taros.knowledge.web.SourceRow.Kind;
import io.taros.knowledge.web.SourceRow.State;
import io.taros.knowledge.web.SourceRulesPage;
import io.taros.knowledge.web.SourcesPage;
import io.taros.knowledge.web.Waiting;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.search.KnowledgeTags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

final class SampleKnowledge {
    private static final Quota ROOM =
            new Quota(1_240, 50_000, DataSize.ofMegabytes(82), DataSize.ofGigabytes(5));
    private static final Quota NEARLY =
            new Quota(46_310, 50_000, DataSize.ofMegabytes(2_840), DataSize.ofGigabytes(5));

    private static final Source.Audience PRO =
            new Source.Audience(
                    KnowledgeTags.of(List.of("pro", "eu")), List.of(new Bot.Id(UUID.randomUUID())));
    private static final List<SharedSource> SHARED =
            List.of(
                    new SharedSource(
                            UUID.randomUUID(), Kind.WEBSITE, "fjordthread.example/terms", "Wren"),
                    new SharedSource(UUID.randomUUID(), Kind.QA, "Do you repair looms?", null));

    private SampleKnowledge() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        var full = new SourceList(ROBIN, rows(), "next");
        views.put(
                "sources-empty",
                new SourcesPage(
                        ONE_BOT,
                        new SourceList(ROBIN, List.of(), null),
                        List.of(),
                        AddSource.CLOSED,
                        Waiting.NO,
                        ROOM));
        views.put(
                "sources",
                new SourcesPage(TWO_BOTS, full, SHARED, AddSource.CLOSED, Waiting.NO, ROOM));
        views.put(
                "sources-waiting",
                new SourcesPage(
                        TWO_BOTS,
                        waiting(),
                        List.of(),
                        AddSource.CLOSED,
                        Waiting.IN_DRAFT,
                        NEARLY));
        views.put("source-list", full);
        views.put("audience", audience("pro, eu", FormErrors.NONE));
        views.put(
                "audience-wrong",
                audience(
                        "p".repeat(60),
                        FormErrors.NONE.text(
                                "tags", "knowledge.tags.too-long", KnowledgeTags.LONGEST)));
        views.put(
                "audience-alone",
                new AudiencePage(ROBIN, "Opening hours", "", List.of(), FormErrors.NONE));
        views.put(
                "sources-add",
                new SourcesPage(
                        ONE_BOT,
                        full,
                        List.of(),
                        AddSource.opened(AddSource.Way.WEBSITE),
                        Waiting.NO,
                        ROOM));
        views.put(
                "sources-add-wrong",
                new SourcesPage(
                        ONE_BOT,
                        full,
                        List.of(),
                        new AddSource(
                                AddSource.Way.TEXT,
                                "",
                                "",
                                "Some text",
                                PlanFields.USUAL,
                                FormErrors.NONE
                                        .required("title", "")
                                        .text("rights", "knowledge.rights.needed")),
                        Waiting.NO,
                        ROOM));
        views.put(
                "sources-add-rules",
                new SourcesPage(
                        ONE_BOT,
                        full,
                        List.of(),
                        new AddSource(
                                AddSource.Way.SITEMAP,
                                "www.fjordthread.example/sitemap.xml",
                                "",
                                "",
                                WISHES,
                                FormErrors.NONE.text("exclude", "knowledge.rules.pattern", "help")),
                        Waiting.NO,
                        ROOM));
        views.put("matched-pages", new MatchedPages(match(true), FormErrors.NONE));
        views.put(
                "matched-pages-wrong",
                new MatchedPages(
                        null,
                        FormErrors.NONE.text("include", "knowledge.rules.pattern", "help me")));
        views.put(
                "source-rules",
                new SourceRulesPage(ROBIN, "Fjord & Thread", WISHES, true, FormErrors.NONE));
        views.put(
                "source-rules-wrong",
                new SourceRulesPage(
                        ROBIN,
                        "Fjord & Thread",
                        new PlanFields("help me", "", Recrawl.NEVER),
                        true,
                        FormErrors.NONE.text("include", "knowledge.rules.pattern", "help me")));
        views.put(
                "source-rules-page",
                new SourceRulesPage(ROBIN, "Delivery", PlanFields.USUAL, false, FormErrors.NONE));
        views.put("source-leaving", source(waiting().rows().getLast(), SourcePage.Question.NONE));
        views.put("source", source(rows().getFirst(), SourcePage.Question.NONE));
        views.put("source-delete", source(rows().get(1), SourcePage.Question.DELETE));
        views.put("source-locked", source(rows().get(2), SourcePage.Question.NONE));
        views.put("source-progress", progress(rows().get(1), SourceProgress.Place.BY_ITSELF));
        views.put(
                "source-preparing",
                progress(
                        row(
                                Kind.WEBSITE,
                                "Fjord & Thread",
                                State.PREPARING,
                                new Source.Progress(551, 0, 327, 220, 4_623, 2_100, 140)),
                        SourceProgress.Place.BY_ITSELF));
        views.put(
                "source-waiting",
                source(
                        waiting(
                                row(
                                        Kind.WEBSITE,
                                        "Fjord & Thread",
                                        State.PREPARING,
                                        new Source.Progress(551, 0, 327, 220, 4_623, 2_100, 140))),
                        SourcePage.Question.NONE));
        views.put(
                "source-stopped",
                source(
                        row(
                                Kind.WEBSITE,
                                "Fjord & Thread",
                                State.STOPPED,
                                new Source.Progress(551, 224, 327, 0, 4_623, 4_623, 327)),
                        SourcePage.Question.NONE));
        views.putAll(SampleDocuments.all());
        views.putAll(SamplePairs.all());
        return views;
    }

    private static List<SourceRow> rows() {
        return List.of(
                row(Kind.WEBSITE, "Fjord & Thread", State.READING, progress(148, 31, 2, 240)),
                row(
                        Kind.WEBSITE,
                        "A shop whose owners could not settle on a short name for it and its many"
                                + " sister shops",
                        State.READY,
                        progress(212, 200, 12, 1_622)),
                row(
                        Kind.FILE,
                        "price-list-2026-final-final-with-a-very-long-file-name_v3.pdf",
                        State.FAILED,
                        progress(1, 0, 1, 0)),
                row(Kind.PAGE, "Terms of sale", State.READY, progress(1, 1, 0, 9)),
                row(Kind.TEXT, "Opening hours", State.READY, progress(1, 1, 0, 2)),
                row(Kind.SITEMAP, "docs.fjordthread.example", State.QUEUED, progress(0, 0, 0, 0)));
    }

    private static SourceRow row(Kind kind, String title, State state, Source.Progress progress) {
        return new SourceRow(
                UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                kind,
                title,
                kind == Kind.WEBSITE ? "https://www.fjordthread.example/" : null,
                state,
                Source.Standing.PUBLISHED,
                progress,
                ago(Duration.ofHours(progress.read())),
                state == State.FAILED
                        ? "The PDF asks for a password; give it on the page of the file, and it is read."
                        : null,
                kind == Kind.TEXT ? PRO : Source.Audience.USUAL);
    }

    private static SourceRow waiting(SourceRow row) {
        return new SourceRow(
                row.id(),
                row.kind(),
                row.title(),
                row.address(),
                row.state(),
                row.standing(),
                row.progress(),
                row.addedAt(),
                "api.openai.com, which embeds what is taught, is busy or its limit is used up"
                        + " (HTTP 429). This is tried again by itself.",
                row.audience());
    }

    private static Source.Progress progress(int found, int read, int failed, int passages) {
        var unread = found - read - failed;
        return new Source.Progress(
                found, unread, read, failed, passages, unread > 0 ? passages / 3 : passages, read);
    }

    private static SourceProgress progress(SourceRow row, SourceProgress.Place place) {
        return new SourceProgress(row, new Pace(840, 612), place);
    }

    private static SourcePage source(SourceRow row, SourcePage.Question question) {
        return new SourcePage(
                progress(row, SourceProgress.Place.ON_ITS_PAGE),
                List.of(
                        new SourcePage.DocumentRow(
                                UUID.randomUUID(),
                                "Shipping and delivery",
                                "https://www.fjordthread.example/shipping",
                                "en",
                                8,
                                ago(Duration.ofMinutes(4)),
                                null),
                        new SourcePage.DocumentRow(
                                UUID.randomUUID(),
                                "Fragt og levering",
                                "https://www.fjordthread.example/da/fragt-og-levering-med-en-meget-lang-adresse?utm=none",
                                "da",
                                1_208,
                                ago(Duration.ofDays(2)),
                                "www.fjordthread.example took too long to answer; try again later."),
                        new SourcePage.DocumentRow(
                                UUID.randomUUID(),
                                "?",
                                null,
                                "und",
                                0,
                                ago(Duration.ofDays(30)),
                                null)),
                "",
                List.of(
                        new Failure(
                                "There is no page at this address (any more).",
                                218,
                                List.of(
                                        "https://www.fjordthread.example/old",
                                        "https://www.fjordthread.example/older")),
                        new Failure(
                                "The site’s robots.txt asks not to read it.",
                                1,
                                List.of("https://www.fjordthread.example/account"))),
                new SourcePage.Upkeep(Recrawl.WEEKLY, ago(Duration.ofDays(-5)), 3),
                List.of(
                        new SourceRun(
                                12,
                                SourceRun.Extent.WHOLE,
                                ago(Duration.ofHours(3)),
                                pages(1, "/news/autumn"),
                                pages(140, "/shipping", "/da/fragt"),
                                pages(2, "/old", "/older"),
                                59,
                                0),
                        new SourceRun(
                                11,
                                SourceRun.Extent.PART,
                                ago(Duration.ofDays(7)),
                                pages(0),
                                pages(0),
                                pages(0),
                                198,
                                4),
                        new SourceRun(
                                10,
                                SourceRun.Extent.CAPPED,
                                ago(Duration.ofDays(14)),
                                pages(1_000, "/", "/shipping"),
                                pages(0),
                                pages(0),
                                0,
                                0)),
                "next",
                question,
                row.standing() == Source.Standing.LEAVING
                        ? SourcePage.Choice.KEEP
                        : SourcePage.Choice.LEAVE,
                row.state() == State.FAILED,
                row.state() == State.FAILED
                        ? FormErrors.NONE.text("password", "knowledge.password.wrong")
                        : FormErrors.NONE);
    }

    private static final PlanFields WISHES =
            new PlanFields("/help/*\n/shipping", "*/archive/*", Recrawl.WEEKLY);

    private static RulesMatch match(boolean isAtFirstSight) {
        return new RulesMatch(pages(212, "/help/a", "/help/b"), pages(0), isAtFirstSight);
    }

    private static PageList pages(int count, String... paths) {
        return new PageList(
                count,
                Arrays.stream(paths)
                        .map(path -> "https://www.fjordthread.example" + path)
                        .toList());
    }

    private static AudiencePage audience(String tags, FormErrors errors) {
        return new AudiencePage(
                ROBIN,
                "Opening hours",
                tags,
                List.of(
                        new AudiencePage.Choice(UUID.randomUUID(), "Wren", true),
                        new AudiencePage.Choice(
                                UUID.randomUUID(),
                                "Everything our wholesale customers in the north ask about",
                                false)),
                errors);
    }

    private static SourceList waiting() {
        var standings = List.of(Source.Standing.DRAFT, Source.Standing.LEAVING);
        var rows = new ArrayList<SourceRow>();
        for (var standing : standings) {
            var row = rows().get(rows.size());
            rows.add(
                    new SourceRow(
                            row.id(),
                            row.kind(),
                            row.title(),
                            row.address(),
                            row.state(),
                            standing,
                            row.progress(),
                            row.addedAt(),
                            row.error(),
                            row.audience()));
        }
        return new SourceList(ROBIN, rows, null);
    }
}
