package io.taros.inbox.web;

import io.taros.account.Account;
import io.taros.answering.Reliabilities;
import io.taros.answering.Reliability;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.conversation.Message;
import io.taros.conversation.Move;
import io.taros.conversation.Restrictions;
import io.taros.conversation.SourceQuotes;
import io.taros.conversation.Threads;
import io.taros.conversation.Threads.Happening;
import io.taros.conversation.VisitorConsents;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.followup.FollowUps;
import io.taros.handover.Team;
import io.taros.inbox.CannedReplies;
import io.taros.inbox.Colleagues;
import io.taros.inbox.web.ThreadView.Composer;
import io.taros.inbox.web.ThreadView.Entry;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.ReliabilityBar;
import io.taros.privacy.RetentionSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one conversation together, as people see it. */
@Component
class ThreadPages {
    private final Conversations conversations;
    private final Threads threads;
    private final Bots bots;
    private final Colleagues colleagues;
    private final Facts facts;
    private final Heads heads;
    private final Reliabilities reliabilities;
    private final Briefs briefs;

    ThreadPages(
            Conversations conversations,
            Threads threads,
            Bots bots,
            Colleagues colleagues,
            Facts facts,
            Heads heads,
            Reliabilities reliabilities,
            Briefs briefs) {
        this.briefs = briefs;
        this.conversations = conversations;
        this.threads = threads;
        this.bots = bots;
        this.colleagues = colleagues;
        this.facts = facts;
        this.heads = heads;
        this.reliabilities = reliabilities;
    }

    /** What stands beside a conversation. */
    @Component
    record Facts(
            VisitorIdentities identities,
            VisitorConsents consents,
            Leads leads,
            CannedReplies canned,
            Restrictions restrictions,
            FollowUps followUps,
            RetentionSettings retention,
            List<RetentionRule> rules) {
        /** When it is deleted if nothing more is said; none where there is no such rule. */
        @Nullable Instant goneAt(Conversation conversation) {
            return rules.stream()
                    .filter(rule -> rule.name().equals("conversations"))
                    .findFirst()
                    .map(rule -> conversation.lastMessageAt().plus(retention.termOf(rule)))
                    .orElse(null);
        }
    }

    /** What somebody was about to say, shown again. */
    record Draft(
            boolean isNote,
            String text,
            FormErrors errors,
            boolean othersWereFaster,
            @Nullable String clientId) {
        static final Draft NONE = new Draft(false, "", FormErrors.NONE, false, null);
    }

    ThreadView thread(UUID id, Place place, Account.Id me, Draft draft, Locale locale) {
        var conversation = conversations.get(new Conversation.Id(id));
        var bot = bots.get(conversation.botId());
        var happened = threads.list(conversation.id(), 0);
        var visitor = facts.identities().find(conversation.id()).orElse(null);
        return new ThreadView(
                id,
                place.query(),
                facts.restrictions().isOn(conversation.id()),
                heads.of(conversation, me),
                briefs.brief(conversation, place, locale),
                panel(conversation, bot, visitor),
                entries(conversation.id(), happened, locale),
                happened.isEmpty() ? 0 : happened.getLast().sequence(),
                composer(draft, bot, visitor, me));
    }

    /** What came after a place, and how the conversation stands now. */
    ThreadNews news(UUID id, long after, Place place, Account.Id me, Locale locale) {
        var conversation = conversations.get(new Conversation.Id(id));
        return new ThreadNews(
                id,
                place.query(),
                facts.restrictions().isOn(conversation.id()),
                conversation.speaks(),
                heads.of(conversation, me),
                briefs.brief(conversation, place, locale),
                entries(conversation.id(), threads.list(conversation.id(), after), locale));
    }

    private ThreadView.Panel panel(
            Conversation conversation, Bot bot, @Nullable VisitorIdentity visitor) {
        return new ThreadView.Panel(
                bot.name(),
                visitor,
                facts.consents().find(conversation.id()).orElse(null),
                facts.leads().list(conversation.id()).stream()
                        .map(lead ->
                                new ThreadView.Contact(
                                        lead.contact().name(),
                                        lead.contact().email(),
                                        lead.contact().phone(),
                                        note(lead),
                                        lead.consentText()))
                        .toList(),
                conversation.pageUrl(),
                conversation.browser(),
                conversation.device(),
                conversation.timeZone(),
                conversation.speaks(),
                conversation.knowledgeTags().toString(),
                conversation.messageCount(),
                conversation.createdAt(),
                facts.goneAt(conversation),
                facts.followUps().following(conversation.id()));
    }

    private static @Nullable String note(Lead lead) {
        var lines =
                Stream.concat(
                                Stream.ofNullable(lead.contact().note()),
                                lead.given().answers().stream()
                                        .map(answer -> answer.question() + ": " + answer.answer()))
                        .collect(Collectors.joining("; "));
        return lines.isEmpty() ? null : lines;
    }

    private Composer composer(
            Draft draft, Bot bot, @Nullable VisitorIdentity visitor, Account.Id me) {
        var values = new HashMap<String, String>();
        values.put("bot", bot.name());
        values.put("me", colleagues.writer(me).name());
        if (visitor != null && visitor.name() != null) {
            values.put("visitor", visitor.name());
        }
        return new Composer(
                draft.isNote(),
                draft.text(),
                draft.errors(),
                draft.othersWereFaster(),
                draft.clientId() == null ? UUID.randomUUID().toString() : draft.clientId(),
                facts.canned().list().stream()
                        .map(one -> new ThreadView.Canned(one.shortcut(), one.filled(values)))
                        .toList());
    }

    private List<Entry> entries(
            Conversation.Id conversation, List<Happening> happened, Locale locale) {
        var named =
                happened.stream()
                        .flatMap(one ->
                                switch (one) {
                                    case Happening.Changed(var moved) ->
                                            Stream.ofNullable(moved.assignee());
                                    case Happening.Noted(var note) -> note.mentions().stream();
                                    case Happening.Said said -> Stream.<Account.Id>empty();
                                })
                        .distinct()
                        .toList();
        var names = colleagues.names(named);
        var all = new Around(conversation, names, heads.teamNames());
        return happened.stream().map(one -> entry(one, all, locale)).toList();
    }

    /** What an entry is read with: where it is, and who is who. */
    private record Around(
            Conversation.Id conversation,
            Function<Account.Id, String> people,
            Function<Team.Id, String> teams) {
        List<ThreadView.File> files(Message message) {
            return message.attachments().stream()
                    .map(file ->
                            new ThreadView.File(
                                    "/inbox/%s/attachments/%s"
                                            .formatted(conversation.value(), file.id().value()),
                                    file.name(),
                                    Math.ceilDiv(file.size(), 1024),
                                    file.width(),
                                    file.height()))
                    .toList();
        }
    }

    private Entry entry(Happening happening, Around around, Locale locale) {
        return switch (happening) {
            case Happening.Said(var message) -> said(message, around, locale);
            case Happening.Noted(var note) ->
                    new ThreadView.Note(
                            note.sequence(),
                            note.author(),
                            note.text(),
                            note.mentions().stream().map(around.people()).toList(),
                            note.createdAt());
            case Happening.Changed(var moved) ->
                    new ThreadView.Change(
                            moved.sequence(),
                            moved.kind(),
                            moved.state(),
                            moved.reason() == null ? null : reasonKey(moved.kind(), moved.reason()),
                            moved.actor(),
                            moved.name(),
                            moved.assignee() == null
                                    ? null
                                    : around.people().apply(moved.assignee()),
                            moved.team() == null ? null : around.teams().apply(moved.team()),
                            moved.createdAt());
        };
    }

    private static String reasonKey(Move.Kind kind, String reason) {
        return (kind == Move.Kind.HAND_OVER ? "inbox.reason." : "inbox.resolution.") + reason;
    }

    private Entry said(Message message, Around around, Locale locale) {
        return switch (message.role()) {
            case VISITOR ->
                    new ThreadView.Visitor(
                            message.sequence(),
                            message.text(),
                            around.files(message),
                            message.isByMail(),
                            message.createdAt());
            case PERSON ->
                    new ThreadView.Human(
                            message.sequence(),
                            message.author() == null ? "…" : message.author().name(),
                            message.text(),
                            around.files(message),
                            message.createdAt());
            case BOT ->
                    new ThreadView.Bot(
                            message.sequence(),
                            message.answers() == null ? null : message.answers().value(),
                            message.text(),
                            message.createdAt(),
                            InboxPages.endingOf(message),
                            message.why() == null ? null : message.why().messageKey(),
                            message.choices(),
                            bar(message, locale),
                            SourceQuotes.of(message.sources()));
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
