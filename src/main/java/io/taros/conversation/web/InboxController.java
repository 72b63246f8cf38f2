package io.taros.conversation.web;

import io.taros.answering.Answer;
import io.taros.answering.Reliabilities;
import io.taros.answering.Reliability;
import io.taros.bot.CurrentBot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.SourceQuotes;
import io.taros.conversation.Transcripts;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.web.ConversationsPage.Ending;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.MarkedText;
import io.taros.platform.web.ReliabilityBar;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/conversations")
class InboxController {
    private static final int PAGE = 50;

    private final Transcripts transcripts;
    private final CurrentBot current;
    private final Reliabilities reliabilities;

    private final VisitorIdentities identities;

    InboxController(
            Transcripts transcripts,
            CurrentBot current,
            Reliabilities reliabilities,
            VisitorIdentities identities) {
        this.identities = identities;
        this.transcripts = transcripts;
        this.current = current;
        this.reliabilities = reliabilities;
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_READ)
    ConversationsPage list(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String cursor) {
        var shown = current.of(bot);
        var page =
                transcripts.list(
                        shown.id(), cursor == null ? null : ActivityCursor.parse(cursor), PAGE);
        return new ConversationsPage(
                current.pick(shown),
                page.summaries().stream().map(InboxController::thread).toList(),
                page.next() == null ? null : ActivityCursor.format(page.next()));
    }

    @GetMapping("/{id}")
    @Requires(Permission.CONVERSATION_READ)
    TranscriptPage read(@PathVariable UUID id, Locale locale) {
        var transcript = transcripts.get(new Conversation.Id(id));
        return new TranscriptPage(
                id,
                identities.find(transcript.conversation().id()).orElse(null),
                transcript.conversation().createdAt(),
                null,
                transcript.messages().stream().map(message -> entry(message, locale)).toList());
    }

    private static ConversationsPage.Thread thread(Transcripts.Summary summary) {
        var conversation = summary.conversation();
        return new ConversationsPage.Thread(
                conversation.id().value(),
                summary.opening(),
                summary.latest() == null ? "" : MarkedText.plain(summary.latest().text()),
                endingOf(conversation.state(), summary.latest()),
                conversation.messageCount(),
                conversation.lastMessageAt());
    }

    /** While the bot has it, a conversation stands where its last reply left it. */
    private static Ending endingOf(Conversation.State state, @Nullable Message latest) {
        return switch (state) {
            case BOT -> latest == null ? Ending.OPEN : endingOf(latest);
            case WAITING, PERSON -> Ending.HANDOVER;
            case RESOLVED, CLOSED -> Ending.ANSWERED;
        };
    }

    private TranscriptPage.Entry entry(Message message, Locale locale) {
        return switch (message.role()) {
            case VISITOR -> new TranscriptPage.Visitor(message.text(), message.createdAt());
            case PERSON -> new TranscriptPage.Person(message.text(), message.createdAt());
            case BOT ->
                    new TranscriptPage.Bot(
                            message.answers() == null ? null : message.answers().value(),
                            message.text(),
                            message.createdAt(),
                            endingOf(message),
                            message.why() == null ? null : message.why().messageKey(),
                            message.choices(),
                            bar(message, locale),
                            SourceQuotes.of(message.sources()));
        };
    }

    private static Ending endingOf(Message message) {
        return switch (message.outcome()) {
            case null -> Ending.OPEN;
            case ANSWERED -> Ending.ANSWERED;
            case UNANSWERED ->
                    message.decision() == Answer.Decision.ASK_BACK
                            ? Ending.ASKED_BACK
                            : Ending.UNANSWERED;
            case HANDOVER -> Ending.HANDOVER;
        };
    }

    /** A reply that claims nothing has nothing to be relied on. */
    private @Nullable ReliabilityBar bar(Message message, Locale locale) {
        var score = message.reliability();
        if (score == null || message.outcome() == Message.Outcome.HANDOVER) {
            return null;
        }
        return reliabilities.bar(new Reliability(score, message.reasons()), locale);
    }
}
