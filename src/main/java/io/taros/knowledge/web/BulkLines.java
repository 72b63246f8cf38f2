package io.taros.knowledge.web;

import io.taros.knowledge.PushedDocuments;
import io.taros.knowledge.PushedDocuments.Outcome;
import io.taros.knowledge.Source;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Limit;
import io.taros.platform.web.OverLimit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Refusal;
import io.taros.platform.web.TooLarge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes documents line by line, and says of each what a call of its own would have said. */
@Component
class BulkLines {
    private static final int MAX_BYTES = 1 << 20;

    record Line(
            @Nullable String externalId,
            @Nullable Boolean delete,
            @Nullable String title,
            @Nullable String url,
            @Nullable String text,
            @Nullable String html,
            @Nullable String markdown,
            @Nullable String language,
            @Nullable Instant lastModified) {
        private DocumentBody body() {
            return new DocumentBody(title, url, text, html, markdown, language, lastModified);
        }
    }

    private final PushedDocuments pushed;
    private final RateLimits limits;
    private final JsonMapper json;
    private final MessageSource messages;

    BulkLines(PushedDocuments pushed, RateLimits limits, JsonMapper json, MessageSource messages) {
        this.pushed = pushed;
        this.limits = limits;
        this.json = json;
        this.messages = messages;
    }

    /** The next line that is not blank, cut where it is too long; null after the last. */
    static byte @Nullable [] next(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = in.read(); one >= 0; one = in.read()) {
            if (one == '\n' && line.size() > 0) {
                return line.toByteArray();
            }
            // What is blank before a line's first word is not kept, so a blank line is none.
            if ((line.size() > 0 || one > ' ') && line.size() <= MAX_BYTES) {
                line.write(one);
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    BulkLine take(Source.Id source, int number, byte[] bytes, Locale locale)
            throws InterruptedException {
        if (bytes.length > MAX_BYTES) {
            var tooLarge = new TooLarge("knowledge.document.line-large", MAX_BYTES >> 20);
            return refused(number, tooLarge, locale);
        }
        Line line;
        try {
            line = json.readValue(bytes, Line.class);
        } catch (JacksonException broken) {
            return refused(number, new BadInput("line", "knowledge.document.line"), locale);
        }
        if (line == null || line.externalId() == null) {
            return refused(
                    number, new BadInput("externalId", "knowledge.document.external-id"), locale);
        }
        return take(source, number, line, line.externalId(), locale);
    }

    BulkLine refused(int number, Refusal why, Locale locale) {
        return refused(number, null, why, locale);
    }

    private BulkLine take(Source.Id source, int number, Line line, String externalId, Locale locale)
            throws InterruptedException {
        try {
            limits.take(Limit.DOCUMENT, Tenancy.organization().toString());
            return new BulkLine(number, externalId, done(source, line, externalId).value(), null);
        } catch (OverLimit wait) {
            return new BulkLine(
                    number,
                    externalId,
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    messages.getMessage("knowledge.document.over-limit", null, locale));
        } catch (BadInput | TooLarge | Conflict refused) {
            return refused(number, externalId, refused, locale);
        }
    }

    private HttpStatus done(Source.Id source, Line line, String externalId)
            throws InterruptedException {
        if (Boolean.TRUE.equals(line.delete())) {
            return pushed.remove(source, externalId) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND;
        }
        return pushed.put(source, line.body().document(externalId)) == Outcome.UNCHANGED
                ? HttpStatus.OK
                : HttpStatus.ACCEPTED;
    }

    private BulkLine refused(int number, @Nullable String externalId, Refusal why, Locale locale) {
        var status =
                switch (why) {
                    case TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
                    case Conflict _ -> HttpStatus.CONFLICT;
                    case Refusal _ -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return new BulkLine(number, externalId, status.value(), messages.getMessage(why, locale));
    }
}
