package io.taros.knowledge;

import io.taros.knowledge.crawl.Crawler;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.jobs.JobHandler;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads websites and site maps. */
@Component
class CrawlingSources implements JobHandler<CrawlSource> {
    private final Crawler crawler;
    private final CrawlSettings settings;
    private final SourceRows rows;
    private final Frontier frontier;
    private final Pages pages;
    private final SourceRuns runs;
    private final Indexing indexing;
    private final EmbeddingTrouble trouble;

    CrawlingSources(
            Crawler crawler,
            CrawlSettings settings,
            SourceRows rows,
            Frontier frontier,
            Pages pages,
            SourceRuns runs,
            Indexing indexing,
            EmbeddingTrouble trouble) {
        this.crawler = crawler;
        this.settings = settings;
        this.rows = rows;
        this.frontier = frontier;
        this.pages = pages;
        this.runs = runs;
        this.indexing = indexing;
        this.trouble = trouble;
    }

    @Override
    public Class<CrawlSource> type() {
        return CrawlSource.class;
    }

    @Override
    public int attemptsAfter(Throwable cause) {
        return EmbeddingTrouble.attemptsAfter(cause, attempts());
    }

    @Override
    public void handle(CrawlSource job) throws Exception {
        trouble.around(job.source(), job.round(), () -> read(job));
    }

    private void read(CrawlSource job) throws Exception {
        Optional<Source> source = rows.find(job.source());
        if (source.isEmpty()) {
            return;
        }
        Source.Status stage =
                source.get().status() == Source.Status.READING
                        ? Source.Status.READING
                        : Source.Status.FETCHING;
        if (!rows.enter(job.source(), job.round(), stage, null)) {
            return;
        }
        Crawl crawl = new Crawl(source.get(), job.round(), rows, frontier, pages, runs, indexing);
        if (stage == Source.Status.READING) {
            crawl.complete();
            return;
        }
        crawl.run(crawler, settings);
    }

    @Override
    public void exhausted(CrawlSource job, Throwable cause) {
        rows.enter(
                job.source(), job.round(), Source.Status.FAILED, EmbeddingTrouble.givenUp(cause));
    }
}
