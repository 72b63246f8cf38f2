package io.taros.inbox.web;

import io.taros.answering.Reliabilities;
import io.taros.answering.Reliability;
import io.taros.conversation.Conversation;
import io.taros.conversation.KeptSummary;
import io.taros.conversation.Message;
import io.taros.conversation.Restrictions;
import io.taros.conversation.SourceQuotes;
import io.taros.conversation.Summaries;
import io.taros.conversation.SummarizeAnew;
import io.taros.conversation.Transcripts;
import io.taros.platform.web.ReliabilityBar;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a conversation what whoever takes it over reads first. */
@Component
class Briefs {
    private static final int ALL = 10_000;
    private static final int ASKED = 3;
    private static final int MAX_ASKED = 280;

    private final Summaries summaries;
    private final SummarizeAnew anew;
    private final Transcripts transcripts;
    private final Restrictions restrictions;
    private final Reliabilities reliabilities;

    Briefs(
            Summaries summaries,
            SummarizeAnew anew,
            Transcripts transcripts,
            Restrictions restrictions,
            Reliabilities reliabilities) {
        this.summaries = summaries;
        this.anew = anew;
        this.transcripts = transcripts;
        this.restrictions = restrictions;
        this.reliabilities = reliabilities;
    }

    /** Nothing while the bot alone sees to it. */
    @Nullable Brief brief(Conversation conversation, Place place, Locale locale) {
        var kept = summaries.find(conversation.id()).orElse(null);
        var written = kept == null ? null : kept.written();
        if (written == null && !isWithPeople(conversation)) {
            return null;
        }
        return new Brief(
                conversation.id().value(),
                place.query(),
                conversation.handoverReason() == null
                        ? null
                        : "inbox.reason." + conversation.handoverReason(),
                conversation.speaks(),
                written == null ? null : shown(conversation, written),
                written == null ? picked(conversation, locale) : null,
                attempt(conversation, kept));
    }

    private static boolean isWithPeople(Conversation conversation) {
        return switch (conversation.state()) {
            case WAITING, PERSON -> true;
            case BOT, RESOLVED, CLOSED -> false;
        };
    }

    private static Brief.Written shown(Conversation conversation, KeptSummary.Written written) {
        return new Brief.Written(
                written.summary(),
                written.model(),
                written.at(),
                conversation.spoken() > written.sequence());
    }

    private Brief.Attempt attempt(Conversation conversation, @Nullable KeptSummary kept) {
        if (restrictions.isOn(conversation.id()) || !anew.isPossible(conversation)) {
            return Brief.Attempt.IMPOSSIBLE;
        }
        if (kept == null) {
            return Brief.Attempt.POSSIBLE;
        }
        return switch (kept.status()) {
            case BEGUN -> Brief.Attempt.UNDER_WAY;
            case WRITTEN -> Brief.Attempt.POSSIBLE;
            case FAILED -> Brief.Attempt.FAILED;
        };
    }

    private Brief.Picked picked(Conversation conversation, Locale locale) {
        var said = transcripts.messages(conversation.id(), 0, ALL);
        var asked =
                said.stream()
                        .filter(message -> message.role() == Message.Role.VISITOR)
                        .map(Message::text)
                        .toList();
        var answer =
                said.reversed().stream()
                        .filter(message -> message.outcome() == Message.Outcome.ANSWERED)
                        .findFirst()
                        .orElse(null);
        return new Brief.Picked(
                asked.subList(Math.max(0, asked.size() - ASKED), asked.size()).stream()
                        .map(Briefs::limited)
                        .toList(),
                answer == null ? List.of() : SourceQuotes.of(answer.sources()),
                bar(answer, locale));
    }

    private static String limited(String text) {
        return text.length() <= MAX_ASKED ? text : text.substring(0, MAX_ASKED) + "…";
    }

    private @Nullable ReliabilityBar bar(@Nullable Message answer, Locale locale) {
        return answer == null || answer.reliability() == null
                ? null
                : reliabilities.bar(
                        new Reliability(answer.reliability(), answer.reasons()), locale);
    }
}
