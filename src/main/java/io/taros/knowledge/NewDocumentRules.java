package io.taros.knowledge;

import io.taros.knowledge.crawl.Crawler;
import io.taros.knowledge.extract.Extracted;
import io.taros.knowledge.extract.PlainText;
import io.taros.knowledge.extract.ReadProblem;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.WebContent;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.TooLarge;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with a document that is handed in, and reads one that is right. */
@Component
class NewDocumentRules {
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w.:~-]{1,200}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MAX_TITLE = 300;
    private static final int MAX_URL = 1_000;

    private final KnowledgeSettings settings;
    private final Readers readers;
    private final Readings readings;

    NewDocumentRules(KnowledgeSettings settings, Readers readers, Readings readings) {
        this.settings = settings;
        this.readers = readers;
        this.readings = readings;
    }

    /** Before anything is looked up by it. */
    static void checkId(String externalId) {
        if (!EXTERNAL_ID.matcher(externalId).matches()) {
            throw new BadInput("externalId", "knowledge.document.external-id");
        }
    }

    Reading read(NewDocument given) throws InterruptedException {
        check(given);
        var field = given.format().name().toLowerCase(Locale.ROOT);
        return switch (extracted(given)) {
            case Extracted.Text(_, String text, _) when text.isBlank() ->
                    throw new BadInput(field, ReadProblem.EMPTY.messageKey());
            case Extracted.Text(_, String text, String declared) ->
                    readings.text(
                                    given.title().strip(),
                                    text,
                                    given.language() == null ? declared : given.language())
                            .from(null, dated(given.lastModified()));
            case Extracted.Unreadable(var problem) ->
                    throw new BadInput(field, problem.messageKey());
        };
    }

    private void check(NewDocument given) {
        if (given.title().isBlank() || given.title().length() > MAX_TITLE) {
            throw new BadInput("title", "knowledge.document.title", MAX_TITLE);
        }
        var url = given.url();
        if (url != null && (url.length() > MAX_URL || Crawler.address(url).isEmpty())) {
            throw new BadInput("url", "knowledge.input.url");
        }
        var modified = given.lastModified();
        if (modified != null && (modified.isBefore(FIRST) || modified.isAfter(LAST))) {
            throw new BadInput("lastModified", "knowledge.document.date");
        }
        var language = given.language();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new BadInput("language", "knowledge.document.language");
        }
        if (Sources.bytes(given.content()).length > settings.maxText().toBytes()) {
            throw new TooLarge("knowledge.input.text-large", settings.maxText().toMegabytes());
        }
    }

    private Extracted extracted(NewDocument given) throws InterruptedException {
        var bytes = Sources.bytes(given.content());
        return switch (given.format()) {
            case TEXT -> new Extracted.Text(given.title(), PlainText.of(given.content()), null);
            case MARKDOWN -> readers.file(() -> bytes, "document.md");
            case HTML ->
                    switch (readers.page(bytes, "text/html; charset=utf-8", "")) {
                        case WebContent.Page(var page) ->
                                new Extracted.Text(page.title(), page.text(), page.language());
                        case WebContent.File(var file) -> file;
                    };
        };
    }

    /** As servers write it, which is how it is kept. */
    private static @Nullable String dated(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
