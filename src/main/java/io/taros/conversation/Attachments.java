package io.taros.conversation;

import io.taros.attachment.AttachmentSettings;
import io.taros.attachment.CheckFile.Decision;
import io.taros.attachment.FileType;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of messages: rows beside what was said, names sealed, contents in the blob store. */
@Repository
public class Attachments {
    private static final String TABLE = "attachment";
    private static final String COLUMNS = "id, message_id, sealed_name, type, size, width, height";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final BlobStore blobs;
    private final Seal seal;
    private final Jobs jobs;
    private final AttachmentSettings settings;
    private final ConversationLog.Origin origin;

    Attachments(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BlobStore blobs,
            Seal seal,
            Jobs jobs,
            AttachmentSettings settings,
            ConversationLog.Origin origin) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.blobs = blobs;
        this.seal = seal;
        this.jobs = jobs;
        this.settings = settings;
        this.origin = origin;
    }

    private record Row(
            Attachment.Id id,
            Message.@Nullable Id messageId,
            byte[] sealedName,
            FileType type,
            long size,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /** How many bytes there is room for. */
    long space() {
        return blobs.space();
    }

    /** The row first: a file without one would never be deleted. */
    Attachment add(Conversation.Id conversation, Message.Role from, Decision.Taken taken) {
        var attachment =
                new Attachment(
                        new Attachment.Id(origin.ids().next()),
                        taken.name(),
                        taken.type(),
                        taken.content().length,
                        taken.width(),
                        taken.height());
        var name = seal.closeField(TABLE, "name", attachment.id(), attachment.name());
        transactions.executeWithoutResult(status -> {
            hold(conversation);
            if (!insert(conversation, from, attachment, name)) {
                throw new BadInput(
                        "file",
                        "conversation.input.files-full",
                        settings.maxConversation().toMegabytes());
            }
        });
        blobs.put(blobOf(attachment.id()), taken.content());
        if (!isThere(attachment.id())) {
            // Discarded meanwhile, perhaps before there was anything to discard.
            blobs.delete(blobOf(attachment.id()));
            throw new NotFound();
        }
        return attachment;
    }

    private boolean isThere(Attachment.Id id) {
        return Objects.requireNonNull(
                transactions.execute(status ->
                        jdbc.sql("select exists(select from attachment where id = :id)")
                                .param("id", id)
                                .query(Boolean.class)
                                .single()));
    }

    /** Files that come at once are counted one after the other. */
    private void hold(Conversation.Id conversation) {
        var isThere =
                jdbc.sql("select true from conversation where id = :id for update")
                        .param("id", conversation)
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
        if (!isThere) {
            throw new NotFound();
        }
    }

    private boolean insert(
            Conversation.Id conversation,
            Message.Role from,
            Attachment attachment,
            byte @Nullable [] name) {
        return jdbc.sql(
                                """
                                insert into attachment (organization_id, id, conversation_id, role, sealed_name, type, size, width, height, created_at)
                                select organization_id, :id, id, :role, :name, :type, :size, :width, :height, :now
                                from conversation c
                                where id = :conversation
                                  and :size + (select coalesce(sum(size), 0) from attachment where conversation_id = c.id and role = :role) <= :most
                                """)
                        .param("id", attachment.id())
                        .param("conversation", conversation)
                        .param("role", from)
                        .param("name", name)
                        .param("type", attachment.type())
                        .param("size", attachment.size())
                        .param("width", attachment.width())
                        .param("height", attachment.height())
                        .param("most", settings.maxConversation().toBytes())
                        .param("now", origin.clock().instant())
                        .update()
                == 1;
    }

    /**
     * Sends them with a message, in the transaction that adds it.
     *
     * @throws BadInput if one of them is not there to be sent
     */
    void send(
            Conversation.Id conversation,
            Message.Id message,
            Message.Role from,
            List<Attachment.Id> ids) {
        if (ids.size() > settings.maxFiles()) {
            throw new BadInput("attachments", "conversation.input.files", settings.maxFiles());
        }
        if (ids.isEmpty()) {
            return;
        }
        var sent =
                jdbc.sql(
                                """
                                update attachment set message_id = :message
                                where id = any(:ids) and conversation_id = :conversation and role = :role and message_id is null
                                """)
                        .param("message", message)
                        .param("ids", ids)
                        .param("conversation", conversation)
                        .param("role", from)
                        .update();
        if (sent < ids.size()) {
            throw new BadInput("attachments", "conversation.input.file-gone");
        }
    }

    /** Takes back what a visitor did not send yet. */
    public void remove(Conversation.Id conversation, Attachment.Id id) {
        if (drop(conversation, Message.Role.VISITOR, List.of(id)) == 0) {
            throw new NotFound();
        }
    }

    /**
     * Those of them that are not sent.
     *
     * @return how many that were
     */
    int drop(Conversation.Id conversation, Message.Role from, List<Attachment.Id> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var dropped =
                            jdbc.sql(
                                            """
                                            delete from attachment
                                            where id = any(:ids) and conversation_id = :conversation and role = :role and message_id is null
                                            """)
                                    .param("ids", ids)
                                    .param("conversation", conversation)
                                    .param("role", from)
                                    .update();
                    if (dropped > 0) {
                        jobs.enqueue(new DiscardFiles(Tenancy.organization()));
                    }
                    return dropped;
                }));
    }

    /** In the order they were brought. */
    Map<Message.Id, List<Attachment>> of(Collection<Message.Id> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        "select %s from attachment where message_id = any(:messages) order by id"
                                                .formatted(COLUMNS))
                                .param("messages", messages)
                                .query(Row.class)
                                .list());
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row -> Objects.requireNonNull(row.messageId(), "was asked for"),
                                Collectors.mapping(this::opened, Collectors.toList())));
    }

    /** What was sent in a conversation, by whomever. */
    public Attachment.Download get(Conversation.Id conversation, Attachment.Id id) {
        var row =
                transactions
                        .execute(status ->
                                jdbc.sql(
                                                "select %s from attachment where id = :id and conversation_id = :conversation and message_id is not null"
                                                        .formatted(COLUMNS))
                                        .param("id", id)
                                        .param("conversation", conversation)
                                        .query(Row.class)
                                        .optional())
                        .orElseThrow(NotFound::new);
        var content = blobs.get(blobOf(id)).orElseThrow(NotFound::new);
        return new Attachment.Download(opened(row), content);
    }

    /** All that was sent in a conversation, each read when it is asked for. */
    public Stream<Attachment.Download> all(Conversation.Id conversation) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        "select %s from attachment where conversation_id = :conversation and message_id is not null order by id"
                                                .formatted(COLUMNS))
                                .param("conversation", conversation)
                                .query(Row.class)
                                .list());
        return rows.stream()
                .flatMap(row ->
                        blobs.get(blobOf(row.id())).stream()
                                .map(content -> new Attachment.Download(opened(row), content)));
    }

    private Attachment opened(Row row) {
        var name = seal.openField(TABLE, "name", row.id(), row.sealedName());
        return new Attachment(
                row.id(),
                Objects.requireNonNull(name, "never absent"),
                row.type(),
                row.size(),
                row.width(),
                row.height());
    }

    private static BlobId blobOf(Attachment.Id id) {
        return new BlobId(id.value());
    }
}
