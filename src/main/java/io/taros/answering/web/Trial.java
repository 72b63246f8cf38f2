package io.taros.answering.web;

import io.taros.answering.Answer;
import io.taros.answering.AnswerSink;
import io.taros.answering.Answering;
import io.taros.answering.Question;
import io.taros.answering.QuestionTried;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A question that is asked to see the answer, not to be kept. */
@Component
class Trial {
    private final Answering answering;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;

    Trial(Answering answering, RateLimits limits, ApplicationEventPublisher events) {
        this.answering = answering;
        this.limits = limits;
        this.events = events;
    }

    Answer ask(Question question, AnswerSink sink) {
        limits.take(Limit.ANSWER, Tenancy.organization().toString());
        var answer = answering.answer(question, sink);
        events.publishEvent(new QuestionTried(question.bot().id()));
        return answer;
    }
}
