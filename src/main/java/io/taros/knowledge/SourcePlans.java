package io.taros.knowledge;

import io.taros.knowledge.crawl.PageRules;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.Changes;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which pages owners want of their sites, and the nights in which those are read again. Each
 * night's job enqueues the next one's; a site that is being read, or whose organization is not
 * served, is left out for that night.
 */
@Component
class SourcePlans implements JobHandler<SyncAtNight> {
    private final SourceRows rows;
    private final SourceNights nights;
    private final Frontier frontier;
    private final Organizations organizations;
    private final Standing standing;
    private final Jobs jobs;
    private final Audit audit;
    private final Holds holds;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    SourcePlans(
            SourceRows rows,
            SourceNights nights,
            Frontier frontier,
            Organizations organizations,
            Standing standing,
            Jobs jobs,
            Audit audit,
            Holds holds,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.nights = nights;
        this.frontier = frontier;
        this.organizations = organizations;
        this.standing = standing;
        this.jobs = jobs;
        this.audit = audit;
        this.holds = holds;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Of a new source, in the transaction that adds it. */
    void set(Source.Id id, CrawlPlan plan) {
        if (plan.recrawl() == Recrawl.NEVER) {
            rows.plan(id, plan, null);
            return;
        }
        Instant night = next(id, plan.recrawl());
        rows.plan(id, plan, night);
        jobs.enqueueAt(job(id, night), night);
    }

    /** Two changes at a time are made one after the other, and neither undoes the other. */
    void change(Source.Id id, NewSource.Wish wish) {
        transactions.executeWithoutResult(status -> {
            frontier.lock(id);
            Source source = rows.find(id).orElseThrow(NotFound::new);
            if (source.url() == null) {
                throw new Conflict("knowledge.sync.none");
            }
            change(source, wish.plan(source.url(), source.plan()));
        });
    }

    private void change(Source source, CrawlPlan plan) {
        if (plan.equals(source.plan())) {
            return;
        }
        if (!source.kind().hasRules() && !plan.rules().equals(PageRules.ALL)) {
            throw new BadInput("include", "knowledge.rules.page");
        }
        if (plan.recrawl() == source.plan().recrawl()) {
            rows.plan(source.id(), plan, source.nextReadingAt());
        } else {
            set(source.id(), plan);
        }
        if (!plan.rules().equals(source.plan().rules())) {
            leaveOut(source.id(), plan.rules());
            readAll(source.id());
        }
        audit.record(
                KnowledgeAction.SOURCE_CHANGED, source.id(), Changes.between(source.plan(), plan));
    }

    private void leaveOut(Source.Id id, PageRules rules) {
        List<String> gone = frontier.pages(id).stream().filter(url -> !rules.allows(url)).toList();
        if (!gone.isEmpty() && frontier.remove(id, gone)) {
            holds.refuseIfAllIsHeld();
            jobs.enqueue(new ForgetDocuments(Tenancy.organization()));
        }
    }

    /** In the caller's transaction; whatever is being read of it ends. */
    void readAll(Source.Id id) {
        int round = rows.reopen(id, SourceRows.Extent.ALL);
        jobs.enqueue(new CrawlSource(Tenancy.organization(), id, round));
    }

    private void readAtNight(Source.Id id) {
        readAll(id);
        nights.begin(id);
    }

    @Override
    public Class<SyncAtNight> type() {
        return SyncAtNight.class;
    }

    @Override
    public void handle(SyncAtNight job) {
        boolean isServed = standing.isServed();
        transactions.executeWithoutResult(status ->
                rows.find(job.source())
                        .filter(source -> turn(source, job.night()))
                        .filter(source -> isServed && source.status().isFinal())
                        .ifPresent(source -> readAtNight(source.id())));
    }

    /** A night that could not be begun is not the end of all others. */
    @Override
    public void exhausted(SyncAtNight job, Throwable cause) {
        transactions.executeWithoutResult(
                status -> rows.find(job.source()).ifPresent(source -> turn(source, job.night())));
    }

    /** False where somebody has decided otherwise meanwhile. */
    private boolean turn(Source source, Instant night) {
        if (!night.equals(source.nextReadingAt())) {
            return false;
        }
        Instant next = next(source.id(), source.plan().recrawl());
        jobs.enqueueAt(job(source.id(), next), next);
        return rows.turn(source.id(), night, next);
    }

    private Instant next(Source.Id id, Recrawl recrawl) {
        return recrawl.next(id, organizations.get().timeZone(), clock.instant());
    }

    private static SyncAtNight job(Source.Id id, Instant night) {
        return new SyncAtNight(Tenancy.organization(), id, night);
    }
}
