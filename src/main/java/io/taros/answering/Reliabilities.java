package io.taros.answering;

import io.taros.platform.web.ReliabilityBar;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a reliability and its reasons to people, the same wherever it is shown. */
@Component
public class Reliabilities {
    private final MessageSource messages;

    Reliabilities(MessageSource messages) {
        this.messages = messages;
    }

    public ReliabilityBar bar(Reliability reliability, Locale locale) {
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
