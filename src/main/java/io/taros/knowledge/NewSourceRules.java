package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.crawl.Crawler;
import io.taros.knowledge.extract.PlainText;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.TooLarge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Says what is wrong with a new source before anything is stored, in one sentence. */
@Component
@EnableConfigurationProperties(KnowledgeSettings.class)
class NewSourceRules {
    private static final int MAX_QUESTION = 1_000;
    private static final int MAX_ANSWER = 20_000;
    private static final int MAX_PHRASINGS = 100;
    private static final int MAX_TITLE = 200;

    private final KnowledgeSettings settings;

    NewSourceRules(KnowledgeSettings settings) {
        this.settings = settings;
    }

    /** A new source in the one shape all kinds are stored in. */
    record Draft(
            Bot.Id bot,
            Source.Kind kind,
            String title,
            @Nullable String url,
            byte[] hash,
            byte @Nullable [] upload,
            NewSource.@Nullable Qa qa,
            NewSource.Wish wish) {
        Draft(
                Bot.Id bot,
                Source.Kind kind,
                String title,
                byte[] hash,
                byte @Nullable [] upload,
                NewSource.@Nullable Qa qa) {
            this(bot, kind, title, null, hash, upload, qa, NewSource.Wish.NONE);
        }

        /** Of a source that is new. */
        CrawlPlan plan() {
            return url == null ? CrawlPlan.USUAL : wish.plan(url, CrawlPlan.USUAL);
        }
    }

    Draft check(NewSource source) {
        return switch (source) {
            case NewSource.Website(var bot, var url, var title, var wish) ->
                    site(bot, Source.Kind.WEBSITE, url, title, wish);
            case NewSource.Page(var bot, var url, var title, var recrawl) ->
                    site(
                            bot,
                            Source.Kind.PAGE,
                            url,
                            title,
                            new NewSource.Wish(null, null, recrawl));
            case NewSource.Sitemap(var bot, var url, var title, var wish) ->
                    site(bot, Source.Kind.SITEMAP, url, title, wish);
            case NewSource.Text text -> text(text);
            case NewSource.File file -> file(file);
            case NewSource.Qa qa -> qa(qa);
            case NewSource.Api api -> api(api);
        };
    }

    private Draft site(
            Bot.Id bot,
            Source.Kind kind,
            String given,
            @Nullable String title,
            NewSource.Wish wish) {
        String url = url(given);
        return new Draft(bot, kind, titled(title, url), url, ContentHash.of(url), null, null, wish);
    }

    /** The address that is meant, which people write without its beginning. */
    static String url(String given) {
        String typed = given.strip();
        String url =
                typed.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !typed.matches("[^/:]+:\\d+(/.*)?")
                        ? typed
                        : "https://" + typed;
        if (typed.isEmpty() || Crawler.address(url).isEmpty()) {
            throw new BadInput("url", "knowledge.input.url");
        }
        return url;
    }

    private Draft text(NewSource.Text given) {
        String text = PlainText.of(given.text());
        byte[] bytes = Sources.bytes(text);
        if (bytes.length > settings.maxText().toBytes()) {
            throw new TooLarge("knowledge.input.text-large", settings.maxText().toMegabytes());
        }
        if (text.isBlank()) {
            throw new BadInput("text", "knowledge.input.text-empty");
        }
        String title = titled(given.title(), firstLine(text));
        byte[] hash = ContentHash.of(title, text);
        return new Draft(given.bot(), Source.Kind.TEXT, title, hash, bytes, null);
    }

    private Draft file(NewSource.File file) {
        if (file.size() > settings.maxFile().toBytes()) {
            throw new TooLarge("knowledge.input.file-large", settings.maxFile().toMegabytes());
        }
        if (file.size() == 0) {
            throw new BadInput("file", "knowledge.input.file-empty");
        }
        String name = file.name().replaceAll("^.*[/\\\\]", "");
        String title = titled(name, "file");
        byte[] content = content(file);
        return new Draft(
                file.bot(), Source.Kind.FILE, title, ContentHash.of(content), content, null);
    }

    private static byte[] content(NewSource.File file) {
        try {
            return file.content().bytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Draft api(NewSource.Api given) {
        String title = titled(given.title(), "");
        if (title.isEmpty()) {
            throw new BadInput("title", "knowledge.document.title", MAX_TITLE);
        }
        byte[] hash = ContentHash.of(title);
        return new Draft(given.bot(), Source.Kind.API, title, hash, null, null);
    }

    private Draft qa(NewSource.Qa qa) {
        if (qa.question().isBlank() || qa.answer().isBlank()) {
            throw new BadInput(
                    qa.question().isBlank() ? "question" : "answer", "knowledge.input.qa-empty");
        }
        boolean tooMuch =
                qa.question().length() > MAX_QUESTION
                        || qa.answer().length() > MAX_ANSWER
                        || qa.phrasings().size() > MAX_PHRASINGS
                        || qa.phrasings().stream().anyMatch(other -> other.length() > MAX_QUESTION);
        if (tooMuch) {
            throw new TooLarge("knowledge.input.qa-large", MAX_QUESTION, MAX_ANSWER, MAX_PHRASINGS);
        }
        List<String> others =
                qa.phrasings().stream()
                        .map(NewSourceRules::plain)
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toList();
        var clean = new NewSource.Qa(qa.bot(), plain(qa.question()), others, plain(qa.answer()));
        byte[] hash = ContentHash.of(clean.question(), String.join("\n", others), clean.answer());
        return new Draft(qa.bot(), Source.Kind.QA, titled(clean.question(), ""), hash, null, clean);
    }

    private static String plain(String text) {
        return PlainText.of(text).strip();
    }

    /** Control characters are for terminals, not for titles. */
    private static String titled(@Nullable String title, String otherwise) {
        String clean = clean(title == null ? "" : title);
        return clean.isEmpty() ? shortened(clean(otherwise)) : shortened(clean);
    }

    private static String clean(String title) {
        return PlainText.of(title).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String shortened(String clean) {
        // The cut may go through a character.
        return clean.length() > MAX_TITLE ? PlainText.of(clean.substring(0, MAX_TITLE)) : clean;
    }

    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("").replaceFirst("^#+ *", "");
        return line.length() > 80 ? line.substring(0, 80).strip() + "…" : line;
    }
}
