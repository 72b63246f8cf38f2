package io.taros.conversation;

import io.taros.bot.Bot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds conversations by whom the website named in them, by a keyed hash of the name. What has none
 * yet, because it is older than those, is opened to be compared, outside transactions.
 */
@Repository
class KnownSubjects {
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Seal seal;
    private final ContactIndex index;

    KnownSubjects(
            JdbcClient jdbc, TransactionTemplate transactions, Seal seal, ContactIndex index) {
        this.index = index;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
    }

    private record Row(Conversation.Id conversationId, Bot.Id botId, byte[] sealedSubject) {}

    /**
     * Each bot has secrets of its own, and so a website of its own to call its users what it likes.
     */
    record Subject(Bot.Id bot, String name) {}

    /**
     * The latest last.
     *
     * @param bot absent where it is known no more
     */
    List<Conversation.Id> with(Bot.@Nullable Id bot, String subject) {
        var found = new ArrayList<Conversation.Id>();
        each(
                index.allOfSubject(subject),
                row -> {
                    var named = subjectOf(row);
                    if (subject.equals(named.name()) && (bot == null || bot.equals(named.bot()))) {
                        found.add(row.conversationId());
                    }
                });
        return found;
    }

    /** The other conversations of whoever is named in these, and these that name somebody. */
    Set<Conversation.Id> ofThoseIn(Collection<Conversation.Id> conversations) {
        var found = new HashSet<Conversation.Id>();
        eachOfThoseIn(conversations, (row, subject) -> found.add(row.conversationId()));
        return found;
    }

    /** Whoever is named in these and in others. */
    Set<Subject> alsoElsewhere(Set<Conversation.Id> conversations) {
        var found = new LinkedHashSet<Subject>();
        eachOfThoseIn(
                conversations,
                (row, subject) -> {
                    if (!conversations.contains(row.conversationId())) {
                        found.add(subject);
                    }
                });
        return found;
    }

    private void eachOfThoseIn(
            Collection<Conversation.Id> conversations, BiConsumer<Row, Subject> work) {
        var named = new HashSet<Subject>();
        named(conversations).forEach(row -> named.add(subjectOf(row)));
        if (named.isEmpty()) {
            return;
        }
        var hashes =
                named.stream()
                        .map(Subject::name)
                        .distinct()
                        .flatMap(name -> index.allOfSubject(name).stream())
                        .toList();
        each(
                hashes,
                row -> {
                    var subject = subjectOf(row);
                    if (named.contains(subject)) {
                        work.accept(row, subject);
                    }
                });
    }

    private List<Row> named(Collection<Conversation.Id> conversations) {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select i.conversation_id, c.bot_id, i.sealed_subject
                                from visitor_identity i join conversation c
                                    on c.organization_id = i.organization_id and c.id = i.conversation_id
                                where i.conversation_id = any(:ids::uuid[])
                                """)
                        .param("ids", conversations)
                        .query(Row.class)
                        .list());
    }

    private void each(List<byte[]> hashes, Consumer<Row> work) {
        var last = FIRST;
        var batch = after(last, hashes);
        while (!batch.isEmpty()) {
            batch.forEach(work);
            last = batch.getLast().conversationId().value();
            batch = after(last, hashes);
        }
    }

    private List<Row> after(UUID last, List<byte[]> hashes) {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select i.conversation_id, c.bot_id, i.sealed_subject
                                from visitor_identity i join conversation c
                                    on c.organization_id = i.organization_id and c.id = i.conversation_id
                                where i.conversation_id > :last and (i.subject_index = any(:hashes) or i.subject_index is null)
                                order by i.conversation_id limit :batch
                                """)
                        .param("hashes", hashes)
                        .param("last", last)
                        .param("batch", BATCH)
                        .query(Row.class)
                        .list());
    }

    private Subject subjectOf(Row row) {
        return new Subject(
                row.botId(),
                Objects.requireNonNull(
                        seal.openField(
                                "visitor_identity",
                                "subject",
                                row.conversationId(),
                                row.sealedSubject())));
    }
}
