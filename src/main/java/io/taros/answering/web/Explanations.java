package io.taros.answering.web;

import io.taros.answering.Answer;
import io.taros.answering.Reliability;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an answer's reasons and sources into the reader's words. */
@Component
class Explanations {
    private final MessageSource messages;

    Explanations(MessageSource messages) {
        this.messages = messages;
    }

    WhyThisAnswer of(Answer answer, Locale locale) {
        var quotes =
                answer.citations().stream()
                        .map(citation ->
                                SourceQuote.of(
                                        citation.number(),
                                        citation.title(),
                                        citation.url(),
                                        citation.quote()))
                        .toList();
        return new WhyThisAnswer(answer, bar(answer.reliability(), locale), quotes);
    }

    private ReliabilityBar bar(Reliability reliability, Locale locale) {
        var reasons =
                reliability.reasons().stream()
                        .map(reason ->
                                new ReliabilityBar.Reason(
                                        reason.isGood(),
                                        messages.getMessage(reason.messageKey(), null, locale)))
                        .toList();
        return new ReliabilityBar(
                reliability.score(),
                ReliabilityBar.Word.valueOf(reliability.word().name()),
                reasons);
    }
}
