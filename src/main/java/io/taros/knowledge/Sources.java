package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.Bots;
import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.jobs.Job;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a bot is taught. Adding is quick: reading happens in a job, whose progress is seen on the
 * source.
 */
@Component
public class Sources {
    private static final long LARGE = 4L << 20;

    private final SourceRows rows;
    private final SourcePlans plans;
    private final WaitingSources waiting;
    private final NewSourceRules rules;
    private final Bots bots;
    private final BotDrafts drafts;
    private final BlobStore blobs;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Holds holds;
    private final ErasureJournal journal;
    private final Quotas quotas;

    /** Packing and sealing take several times a file's size in memory. */
    private final Semaphore room = new Semaphore(1);

    Sources(
            SourceRows rows,
            SourcePlans plans,
            WaitingSources waiting,
            NewSourceRules rules,
            Bots bots,
            BotDrafts drafts,
            BlobStore blobs,
            Jobs jobs,
            TransactionTemplate transactions,
            Audit audit,
            Holds holds,
            ErasureJournal journal,
            Quotas quotas) {
        this.quotas = quotas;
        this.holds = holds;
        this.journal = journal;
        this.audit = audit;
        this.rows = rows;
        this.plans = plans;
        this.waiting = waiting;
        this.rules = rules;
        this.bots = bots;
        this.drafts = drafts;
        this.blobs = blobs;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    public Source add(NewSource source) {
        return add(source, Confirmation.byOperator());
    }

    /**
     * The same content a second time is the same source, and stays if it was to leave; a website is
     * read again and only changes are learned. New content goes into the draft where there is or
     * must be one.
     *
     * @throws Conflict where the organization has taught all that it may
     */
    public Source add(NewSource source, Confirmation confirmation) {
        bots.get(source.bot());
        boolean isLarge = source instanceof NewSource.File file && file.size() > LARGE;
        if (!isLarge) {
            return store(source, confirmation);
        }
        room.acquireUninterruptibly();
        try {
            return store(source, confirmation);
        } finally {
            room.release();
        }
    }

    private Source store(NewSource source, Confirmation confirmation) {
        NewSourceRules.Draft draft = rules.check(source);
        BlobId upload = draft.upload() == null ? null : store(draft.upload());
        boolean kept = false;
        try {
            SourceRows.Added added =
                    transactions.execute(status -> insert(draft, upload, confirmation));
            kept = added.isNew();
            return get(added.id());
        } finally {
            if (!kept && upload != null) {
                blobs.delete(upload);
            }
        }
    }

    /**
     * Reads no further page of a website. What was read is kept and made ready to be found; the
     * rest can be read later.
     */
    public void stop(Source.Id id) {
        get(id);
        transactions.executeWithoutResult(status -> rows.stop(id));
    }

    /** Reads again what failed, the rest after a stop, or the whole source if all is read. */
    public Source retry(Source.Id id) {
        transactions.executeWithoutResult(status -> again(get(id)));
        return get(id);
    }

    /** Reads another copy of the file in place of the one that was added; that one goes. */
    Source replaceUpload(Source source, byte[] content) {
        room.acquireUninterruptibly();
        try {
            BlobId copy = store(content);
            boolean kept = false;
            try {
                transactions.executeWithoutResult(
                        status -> replaceUpload(source, copy, content.length));
                kept = true;
            } finally {
                if (!kept) {
                    blobs.delete(copy);
                }
            }
            return get(source.id());
        } finally {
            room.release();
        }
    }

    private void replaceUpload(Source source, BlobId copy, int bytes) {
        rows.replaceUpload(source.id(), copy, bytes);
        again(source);
        jobs.enqueue(new ForgetDocuments(Tenancy.organization()));
        audit.record(KnowledgeAction.SOURCE_UNLOCKED, source.id());
    }

    /**
     * Reads a whole site again, of which only changes are learned; nothing begins while it is being
     * read.
     *
     * @throws Conflict where there is nothing on the web to compare with
     */
    public Source sync(Source.Id id) {
        transactions.executeWithoutResult(status -> {
            var source = get(id);
            if (!source.kind().isCrawled()) {
                throw new Conflict("knowledge.sync.none");
            }
            if (source.status().isFinal()) {
                plans.readAll(source.id());
                audit.record(KnowledgeAction.SOURCE_SYNCED, id);
            }
        });
        return get(id);
    }

    /**
     * From the moment this returns no page can be cited that the rules leave out.
     *
     * @throws Conflict where there is no site to have rules for
     */
    public Source change(Source.Id id, NewSource.Wish wish) {
        plans.change(id, wish);
        return get(id);
    }

    /**
     * From the moment this returns nothing of the source can be cited.
     *
     * @throws Conflict while a legal hold keeps everything
     */
    public void remove(Source.Id id) {
        transactions.executeWithoutResult(status -> {
            if (!rows.remove(id)) {
                throw new NotFound();
            }
            holds.refuseIfAllIsHeld();
            journal.add(ErasedSources.KIND, id);
            jobs.enqueue(new ForgetDocuments(Tenancy.organization()));
            audit.record(KnowledgeAction.SOURCE_DELETED, id);
        });
    }

    /** The same, and nothing of it stays in a file either. */
    public void erase(Source.Id id) {
        transactions.executeWithoutResult(status -> {
            remove(id);
            jobs.enqueue(new PurgeIndex(Tenancy.organization()));
        });
    }

    public Optional<Source> find(Source.Id id) {
        return rows.find(id);
    }

    public Source get(Source.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** Newest first. */
    public List<Source> list(Bot.Id bot) {
        return rows.list(bot);
    }

    /** All a bot was taught with, its own and what it uses of other bots, newest first. */
    public List<Source> taught(Bot.Id bot) {
        return rows.taught(bot);
    }

    /** What a bot uses of other bots, newest first. */
    public List<Source> shared(Bot.Id bot) {
        return rows.shared(bot);
    }

    /** A question and its answer as they were written, read or not. */
    public Optional<NewSource.Qa> pair(Source source) {
        return rows.qa(source);
    }

    private SourceRows.Added insert(
            NewSourceRules.Draft draft, @Nullable BlobId upload, Confirmation confirmation) {
        var standing =
                drafts.takesChanges(draft.bot())
                        ? Source.Standing.DRAFT
                        : Source.Standing.PUBLISHED;
        SourceRows.Added added = rows.add(draft, standing, upload, confirmation);
        if (added.isNew()) {
            quotas.check();
            CrawlPlan plan = draft.plan();
            if (!plan.equals(CrawlPlan.USUAL)) {
                plans.set(added.id(), plan);
            }
            jobs.enqueue(jobFor(added.id(), draft.kind(), 1));
            audit.record(
                    KnowledgeAction.SOURCE_ADDED, added.id(), Map.of("kind", draft.kind().name()));
            return added;
        }
        waiting.keep(added.id());
        if (draft.url() != null) {
            plans.change(added.id(), draft.wish());
        }
        Source known = get(added.id());
        if (known.status() == Source.Status.FAILED
                || (known.status() == Source.Status.READY && known.kind().isCrawled())) {
            again(known);
        }
        return added;
    }

    private void again(Source source) {
        boolean isRest = source.status() == Source.Status.FAILED || source.wasStopped();
        int round =
                rows.reopen(source.id(), isRest ? SourceRows.Extent.REST : SourceRows.Extent.ALL);
        jobs.enqueue(jobFor(source.id(), source.kind(), round));
    }

    private static Job jobFor(Source.Id id, Source.Kind kind, int round) {
        return kind.isCrawled()
                ? new CrawlSource(Tenancy.organization(), id, round)
                : new ReadSource(Tenancy.organization(), id, round);
    }

    private BlobId store(byte[] content) {
        BlobId id = rows.nextBlob();
        blobs.put(id, content);
        return id;
    }

    /** The text as it was pasted or the file as it was uploaded. */
    public Optional<byte[]> upload(Source.Id id) {
        return rows.upload(id).flatMap(blobs::get);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
