package io.taros.answering.web;

import io.taros.answering.Answer;
import io.taros.answering.Citation;
import io.taros.answering.Reliabilities;
import io.taros.platform.web.SourceQuote;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts an answer's reasons and sources into the reader's words. */
@Component
class Explanations {
    private final Reliabilities reliabilities;

    Explanations(Reliabilities reliabilities) {
        this.reliabilities = reliabilities;
    }

    WhyThisAnswer of(Answer answer, Locale locale) {
        var quotes = answer.citations().stream().map(Explanations::quote).toList();
        return new WhyThisAnswer(answer, reliabilities.bar(answer.reliability(), locale), quotes);
    }

    /** What has no page of its own is read where it was kept. */
    private static SourceQuote quote(Citation citation) {
        return SourceQuote.of(
                citation.number(),
                citation.title(),
                citation.url() == null
                        ? "/knowledge/documents/" + citation.document().value()
                        : citation.url(),
                citation.quote());
    }
}
