package io.taros.conversation;

import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tags of the bound organization. */
@Repository
public class Tags {
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    Tags(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** By name, the archived ones last. */
    @Transactional(readOnly = true)
    public List<Tag> list() {
        return jdbc
                .sql(
                        "select id, name, colour, is_archived from tag order by is_archived, lower(name)")
                .query(Tag.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Tag get(Tag.Id id) {
        return jdbc.sql("select id, name, colour, is_archived from tag where id = :id")
                .param("id", id)
                .query(Tag.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * @throws BadInput if there is one of this name, or too many, or it has none
     */
    @Transactional
    public Tag add(String name, Tag.Colour colour) {
        var tag = new Tag(new Tag.Id(ids.next()), checked(name), colour, false);
        if (list().size() >= MOST) {
            throw new BadInput("name", "conversation.tag.too-many", MOST);
        }
        var isNew =
                jdbc.sql(
                                        """
                                        insert into tag (organization_id, id, name, colour, created_at)
                                        values (:organization, :id, :name, :colour, :now) on conflict do nothing
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("id", tag.id())
                                .param("name", tag.name())
                                .param("colour", tag.colour())
                                .param("now", clock.instant())
                                .update()
                        == 1;
        if (!isNew) {
            throw new BadInput("name", "conversation.tag.taken", tag.name());
        }
        audit.record(ConversationAction.TAG_ADDED, tag.id(), Map.of("tag", tag.name()));
        return tag;
    }

    /** Whether it can be put on conversations; where it is, it stays. */
    @Transactional
    public void archive(Tag.Id id, boolean isArchived) {
        var tag = get(id);
        if (tag.isArchived() == isArchived) {
            return;
        }
        jdbc.sql("update tag set is_archived = :archived where id = :id")
                .param("archived", isArchived)
                .param("id", id)
                .update();
        audit.record(
                isArchived ? ConversationAction.TAG_ARCHIVED : ConversationAction.TAG_BROUGHT_BACK,
                id,
                Map.of("tag", tag.name()));
    }

    private static String checked(String given) {
        var name = given.strip();
        if (name.isEmpty() || name.length() > Tag.MAX_NAME) {
            throw new BadInput("name", "conversation.tag.name", Tag.MAX_NAME);
        }
        return name;
    }
}
