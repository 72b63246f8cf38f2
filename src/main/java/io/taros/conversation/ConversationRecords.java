package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was said with somebody, and what they left there. */
@Component
class ConversationRecords implements PersonalRecords {
    private static final int BATCH = 200;
    private static final List<String> CONTACT =
            List.of(
                    "conversationId",
                    "name",
                    "email",
                    "phone",
                    "note",
                    "answers",
                    "consent",
                    "consentMethod",
                    "consentLanguage",
                    "consentPage");

    private final Conversations conversations;
    private final ConversationLog log;
    private final Ratings ratings;
    private final Leads leads;
    private final VisitorIdentities identities;
    private final VisitorConsents consents;
    private final Bots bots;
    private final Notes notes;
    private final Summaries summaries;
    private final Tagging tagging;

    ConversationRecords(
            Conversations conversations,
            ConversationLog log,
            Ratings ratings,
            Leads leads,
            VisitorIdentities identities,
            VisitorConsents consents,
            Bots bots,
            Notes notes,
            Summaries summaries,
            Tagging tagging) {
        this.summaries = summaries;
        this.tagging = tagging;
        this.notes = notes;
        this.consents = consents;
        this.conversations = conversations;
        this.log = log;
        this.ratings = ratings;
        this.leads = leads;
        this.identities = identities;
        this.bots = bots;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        "conversations",
                        List.of(
                                "bot",
                                "state",
                                "language",
                                "speaks",
                                "wants",
                                "knowledgeTags",
                                "pageUrl",
                                "browser",
                                "device",
                                "timeZone",
                                "tags",
                                "lastMessageAt"),
                        of(this::conversation)),
                new Kind(
                        "messages",
                        List.of("conversationId", "from", "text", "files", "choices", "sources"),
                        of(this::messages)),
                new Kind("contact-details", CONTACT, of(this::contacts)),
                new Kind(
                        "identities",
                        List.of("conversationId", "subject", "name", "email"),
                        of(this::identity)),
                new Kind("consents", List.of("conversationId", "wording"), of(this::consent)),
                new Kind("notes", List.of("conversationId", "text"), of(this::noted)),
                new Kind("summaries", List.of("conversationId", "text"), of(this::summed)),
                new Kind(
                        "ratings",
                        List.of("conversationId", "messageId", "score", "comment"),
                        of(this::rated)));
    }

    private interface OfOne {
        void read(Conversation conversation, Consumer<HeldRecord> each);
    }

    /** One that goes meanwhile is left out. */
    private Reader of(OfOne reader) {
        return (Person person, Consumer<HeldRecord> each) -> {
            for (UUID thread : person.threads()) {
                conversations
                        .find(new Conversation.Id(thread))
                        .ifPresent(one -> reader.read(one, each));
            }
        };
    }

    private void conversation(Conversation one, Consumer<HeldRecord> each) {
        each.accept(
                HeldRecord.of(
                        one.id().value(),
                        one.createdAt(),
                        bots.find(one.botId()).map(Bot::name).orElse(""),
                        word(one.state()),
                        one.language(),
                        one.speaks(),
                        one.wants(),
                        one.knowledgeTags().toString(),
                        one.pageUrl(),
                        one.browser(),
                        one.device(),
                        one.timeZone(),
                        tagging.on(one.id()).stream()
                                .map(Tag::name)
                                .collect(Collectors.joining("; ")),
                        one.lastMessageAt()));
    }

    /** What members wrote about it among themselves; not who did, which is about the member. */
    private void noted(Conversation one, Consumer<HeldRecord> each) {
        notes.list(one.id(), 0)
                .forEach(note ->
                        each.accept(
                                HeldRecord.of(
                                        note.id().value(),
                                        note.createdAt(),
                                        one.id().value(),
                                        note.text())));
    }

    /** What a model made of it for whoever took over. */
    private void summed(Conversation one, Consumer<HeldRecord> each) {
        summaries
                .find(one.id())
                .ifPresent(kept -> {
                    var written = kept.written();
                    if (written != null) {
                        var summary = written.summary();
                        each.accept(
                                HeldRecord.of(
                                        kept.id().value(),
                                        written.at(),
                                        one.id().value(),
                                        String.join(
                                                "\n",
                                                summary.wants(),
                                                summary.tried(),
                                                summary.open())));
                    }
                });
    }

    private void messages(Conversation one, Consumer<HeldRecord> each) {
        var batch = log.list(one.id(), 0, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(message ->
                    each.accept(
                            HeldRecord.of(
                                    message.id().value(),
                                    message.createdAt(),
                                    one.id().value(),
                                    word(message.role()),
                                    message.text(),
                                    message.attachments().stream()
                                            .map(Attachment::name)
                                            .collect(Collectors.joining("; ")),
                                    String.join("; ", message.choices()),
                                    message.sources().stream()
                                            .map(Message.Source::title)
                                            .collect(Collectors.joining("; ")))));
            batch = log.list(one.id(), batch.getLast().sequence(), BATCH);
        }
    }

    private void contacts(Conversation one, Consumer<HeldRecord> each) {
        for (var lead : leads.list(one.id())) {
            var contact = lead.contact();
            var consent = lead.given().consent();
            each.accept(
                    HeldRecord.of(
                            lead.id().value(),
                            lead.createdAt(),
                            one.id().value(),
                            contact.name(),
                            contact.email(),
                            contact.phone(),
                            contact.note(),
                            lead.given().answers().stream()
                                    .map(answer -> answer.question() + ": " + answer.answer())
                                    .collect(Collectors.joining("; ")),
                            lead.consentText(),
                            consent == null ? null : FeedData.lower(consent.method()),
                            consent == null ? null : consent.language(),
                            consent == null ? null : consent.page()));
        }
    }

    private void identity(Conversation one, Consumer<HeldRecord> each) {
        identities
                .find(one.id())
                .ifPresent(identity ->
                        each.accept(
                                HeldRecord.of(
                                        one.id().value(),
                                        one.createdAt(),
                                        one.id().value(),
                                        identity.subject(),
                                        identity.name(),
                                        identity.email())));
    }

    private void consent(Conversation one, Consumer<HeldRecord> each) {
        consents.find(one.id())
                .ifPresent(consent ->
                        each.accept(
                                HeldRecord.of(
                                        one.id().value(),
                                        consent.givenAt(),
                                        one.id().value(),
                                        consent.wording())));
    }

    private void rated(Conversation one, Consumer<HeldRecord> each) {
        for (var rating : ratings.list(one.id())) {
            each.accept(
                    HeldRecord.of(
                            rating.id().value(),
                            rating.createdAt(),
                            one.id().value(),
                            rating.message() == null ? null : rating.message().value(),
                            rating.score(),
                            rating.comment()));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
