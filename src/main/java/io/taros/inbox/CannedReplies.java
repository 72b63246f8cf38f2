package io.taros.inbox;

import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The canned replies of the bound organization. */
@Repository
public class CannedReplies {
    static final int MOST = 500;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]+");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    CannedReplies(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** By shortcut. */
    @Transactional(readOnly = true)
    public List<CannedReply> list() {
        return jdbc
                .sql("select id, shortcut, text from canned_reply order by shortcut")
                .query(CannedReply.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * @throws BadInput if there is one of this shortcut, or too many, or something is missing
     */
    @Transactional
    public CannedReply add(String shortcut, String text) {
        var reply =
                new CannedReply(
                        new CannedReply.Id(ids.next()),
                        checkedShortcut(shortcut),
                        checkedText(text));
        if (list().size() >= MOST) {
            throw new BadInput("shortcut", "inbox.canned.too-many", MOST);
        }
        var isNew =
                jdbc.sql(
                                        """
                                        insert into canned_reply (organization_id, id, shortcut, text, created_at)
                                        values (:organization, :id, :shortcut, :text, :now) on conflict do nothing
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("id", reply.id())
                                .param("shortcut", reply.shortcut())
                                .param("text", reply.text())
                                .param("now", clock.instant())
                                .update()
                        == 1;
        if (!isNew) {
            throw new BadInput("shortcut", "inbox.canned.taken", reply.shortcut());
        }
        audit.record(InboxAction.CANNED_ADDED, reply.id());
        return reply;
    }

    @Transactional
    public void remove(CannedReply.Id id) {
        if (jdbc.sql("delete from canned_reply where id = :id").param("id", id).update() == 0) {
            throw new NotFound();
        }
        audit.record(InboxAction.CANNED_REMOVED, id);
    }

    private static String checkedShortcut(String given) {
        var shortcut = given.strip();
        if (!SHORTCUT.matcher(shortcut).matches() || shortcut.length() > CannedReply.MAX_SHORTCUT) {
            throw new BadInput("shortcut", "inbox.canned.shortcut", CannedReply.MAX_SHORTCUT);
        }
        return shortcut;
    }

    private static String checkedText(String given) {
        var text = given.strip();
        if (text.isEmpty() || text.length() > CannedReply.MAX_TEXT) {
            throw new BadInput("text", "inbox.canned.text", CannedReply.MAX_TEXT);
        }
        return text;
    }
}
