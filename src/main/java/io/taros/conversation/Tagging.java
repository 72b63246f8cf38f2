package io.taros.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.taros.platform.audit.Audit;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which tags are on which conversation. */
@Repository
public class Tagging {
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Tags tags;
    private final Audit audit;
    private final Signals signals;
    private final Milestones milestones;

    Tagging(
            JdbcClient jdbc,
            InstantSource clock,
            Tags tags,
            Audit audit,
            Signals signals,
            Milestones milestones) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tags = tags;
        this.audit = audit;
        this.signals = signals;
        this.milestones = milestones;
    }

    private record Row(
            Conversation.Id conversationId,
            Tag.Id id,
            String name,
            Tag.Colour colour,
            boolean isArchived) {
        private Tag tag() {
            return new Tag(id, name, colour, isArchived);
        }
    }

    /** By name; those without any are left out. */
    @Transactional(readOnly = true)
    public Map<Conversation.Id, List<Tag>> on(List<Conversation.Id> conversations) {
        return jdbc
                .sql(
                        """
                        select c.conversation_id, t.id, t.name, t.colour, t.is_archived
                        from conversation_tag c join tag t on t.organization_id = c.organization_id and t.id = c.tag_id
                        where c.conversation_id = any(:conversations) order by lower(t.name)
                        """)
                .param("conversations", conversations)
                .query(Row.class)
                .stream()
                .map(Objects::requireNonNull)
                .collect(groupingBy(Row::conversationId, mapping(Row::tag, toList())));
    }

    @Transactional(readOnly = true)
    public List<Tag> on(Conversation.Id conversation) {
        return on(List.of(conversation)).getOrDefault(conversation, List.of());
    }

    /**
     * Putting on what is on already changes nothing.
     *
     * @throws BadInput if the tag is archived, or there are too many
     */
    public void put(Conversation.Id conversation, Tag.Id id) {
        var tag = tags.get(id);
        signals.changing(conversation, () -> add(conversation, tag));
    }

    private boolean add(Conversation.Id conversation, Tag tag) {
        lock(conversation);
        var present = on(conversation);
        if (present.stream().anyMatch(one -> one.id().equals(tag.id()))) {
            return false;
        }
        if (tag.isArchived()) {
            throw new BadInput("tag", "conversation.tag.archived", tag.name());
        }
        if (present.size() >= MOST) {
            throw new BadInput("tag", "conversation.tag.most", MOST);
        }
        jdbc.sql(
                        """
                        insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
                        select organization_id, id, :tag, :now from conversation where id = :conversation
                        """)
                .param("tag", tag.id())
                .param("now", clock.instant())
                .param("conversation", conversation)
                .update();
        milestones.tagged(conversation, tag.id());
        audit.record(ConversationAction.TAGGED, conversation, Map.of("tag", tag.name()));
        return true;
    }

    /** Taking off what is not on changes nothing. */
    public void take(Conversation.Id conversation, Tag.Id id) {
        var tag = tags.get(id);
        signals.changing(conversation, () -> remove(conversation, tag));
    }

    private boolean remove(Conversation.Id conversation, Tag tag) {
        lock(conversation);
        Optional<Instant> since =
                jdbc.sql(
                                """
                                delete from conversation_tag where conversation_id = :conversation and tag_id = :tag
                                returning created_at
                                """)
                        .param("conversation", conversation)
                        .param("tag", tag.id())
                        .query(Instant.class)
                        .optional();
        if (since.isEmpty()) {
            return false;
        }
        milestones.untagged(conversation, tag.id(), since.get());
        audit.record(ConversationAction.UNTAGGED, conversation, Map.of("tag", tag.name()));
        return true;
    }

    private void lock(Conversation.Id conversation) {
        var isThere =
                jdbc.sql("select 1 from conversation where id = :id for update")
                        .param("id", conversation)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (!isThere) {
            throw new NotFound();
        }
    }
}
