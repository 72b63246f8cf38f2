package io.taros.knowledge;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a problem to people. */
@Component
public class Sentence {
    private final MessageSource messages;

    Sentence(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Problem problem, Locale locale) {
        return messages.getMessage(problem.key(), problem.arguments().toArray(), locale);
    }
}
