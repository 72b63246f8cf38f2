package io.taros.knowledge;

import io.taros.platform.jobs.JobHandler;
import org.springframework.stereotype.Component;

@Component
class CatchingUpIndex implements JobHandler<CatchUpIndex> {
    private final Indexing indexing;

    CatchingUpIndex(Indexing indexing) {
        this.indexing = indexing;
    }

    @Override
    public Class<CatchUpIndex> type() {
        return CatchUpIndex.class;
    }

    @Override
    public int attemptsAfter(Throwable cause) {
        return EmbeddingTrouble.attemptsAfter(cause, attempts());
    }

    @Override
    public void handle(CatchUpIndex job) {
        indexing.catchUp(null);
    }
}
