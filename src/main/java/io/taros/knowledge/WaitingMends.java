package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.search.DocumentId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was decided about passages in drafts, and ends with them. */
@Component
@Transactional
public class WaitingMends {
    private final MendRows rows;
    private final PassageRows passages;
    private final Shelf shelf;
    private final Jobs jobs;

    WaitingMends(MendRows rows, PassageRows passages, Shelf shelf, Jobs jobs) {
        this.rows = rows;
        this.passages = passages;
        this.shelf = shelf;
        this.jobs = jobs;
    }

    /** Those of one document beside each other. */
    @Transactional(readOnly = true)
    public List<Mend> list(Bot.Id bot) {
        return rows.waiting(bot);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Bot.Id bot) {
        var documents = rows.lockWaiting(bot);
        rows.publish(bot);
        lay(documents);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(Bot.Id bot) {
        var documents = rows.lockWaiting(bot);
        rows.discard(bot);
        lay(documents);
    }

    private void lay(List<DocumentId> documents) {
        if (documents.isEmpty()) {
            return;
        }
        documents.forEach(passages::lay);
        shelf.fallBehind(documents);
        jobs.enqueue(new CatchUpIndex(Tenancy.organization()));
    }
}
