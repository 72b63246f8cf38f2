package io.taros.golden;

import io.taros.conversation.ConversationsGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where a visitor asked a golden question is not known any longer than the conversation is kept.
 */
@Component
class LosingOrigins {
    private final QuestionRows questions;

    LosingOrigins(QuestionRows questions) {
        this.questions = questions;
    }

    @EventListener
    void on(ConversationsGone gone) {
        questions.cameFromNowhere(gone.ids());
    }
}
