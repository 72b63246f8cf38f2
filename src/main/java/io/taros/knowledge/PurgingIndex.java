package io.taros.knowledge;

import io.taros.platform.jobs.JobHandler;
import io.taros.search.PassageIndex;
import org.springframework.stereotype.Component;

/** Behind whatever is still to be taken out of the index. */
@Component
class PurgingIndex implements JobHandler<PurgeIndex> {
    private final Forgetting forgetting;
    private final PassageIndex index;

    PurgingIndex(Forgetting forgetting, PassageIndex index) {
        this.forgetting = forgetting;
        this.index = index;
    }

    @Override
    public Class<PurgeIndex> type() {
        return PurgeIndex.class;
    }

    @Override
    public void handle(PurgeIndex job) {
        forgetting.handle(new ForgetDocuments(job.organization()));
        index.purge(job.organization());
    }
}
