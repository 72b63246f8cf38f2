package io.taros.knowledge;

import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.DocumentId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents that a program hands in, each under a name of its own, and takes back. The text is kept
 * when this returns; its passages are made ready to be found in a job.
 */
@Component
public class PushedDocuments {
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    private final Sources sources;
    private final PushedRows rows;
    private final NewDocumentRules rules;
    private final Library library;
    private final Documents documents;
    private final CrawlSettings settings;
    private final Quotas quotas;
    private final Jobs jobs;
    private final Holds holds;
    private final ErasureJournal journal;
    private final Audit audit;
    private final TransactionTemplate transactions;

    PushedDocuments(
            Sources sources,
            PushedRows rows,
            NewDocumentRules rules,
            Library library,
            Documents documents,
            CrawlSettings settings,
            Quotas quotas,
            Jobs jobs,
            Holds holds,
            ErasureJournal journal,
            Audit audit,
            TransactionTemplate transactions) {
        this.sources = sources;
        this.rows = rows;
        this.rules = rules;
        this.library = library;
        this.documents = documents;
        this.settings = settings;
        this.quotas = quotas;
        this.jobs = jobs;
        this.holds = holds;
        this.journal = journal;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The source, if documents can be handed in to it. */
    public Source source(Source.Id id) {
        var source = sources.get(id);
        if (source.kind() != Source.Kind.API) {
            throw new Conflict("knowledge.document.not-api");
        }
        return source;
    }

    public Optional<Document> find(Source.Id source, String externalId) {
        return rows.find(sources.get(source).id(), externalId).flatMap(documents::find);
    }

    /**
     * The same again changes nothing and embeds nothing. Whoever hands in several says {@link
     * #learn} when done.
     */
    public Outcome put(Source.Id id, NewDocument given) throws InterruptedException {
        var source = source(id);
        NewDocumentRules.checkId(given.externalId());
        var reading = rules.read(given);
        var place = rows.place(source, given.externalId(), given.url(), settings.maxPages());
        return switch (library.replace(source, Library.ANY_ROUND, place.id(), reading)) {
            case NEW, DUPLICATE -> place.isNew() ? Outcome.ADDED : Outcome.CHANGED;
            case UNCHANGED -> place.isMoved() ? Outcome.CHANGED : Outcome.UNCHANGED;
            case FULL -> {
                rows.removeUntaught(place.id());
                throw Quotas.conflict(quotas.get().usedUp());
            }
            case NOT -> throw new NotFound();
        };
    }

    /** Makes what was handed in ready to be found; nothing happens where all of it is. */
    public void learn(Source.Id id) {
        transactions.executeWithoutResult(status ->
                rows.queue(id)
                        .ifPresent(round ->
                                jobs.enqueue(new ReadSource(Tenancy.organization(), id, round))));
    }

    /**
     * From the moment this returns nothing of the document can be cited.
     *
     * @return false if there is none
     */
    public boolean remove(Source.Id id, String externalId) {
        var source = source(id);
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    Optional<DocumentId> removed = rows.remove(source.id(), externalId);
                    removed.ifPresent(document -> {
                        holds.refuseIfAllIsHeld();
                        journal.add(ErasedDocuments.KIND, document);
                        jobs.enqueue(new ForgetDocuments(Tenancy.organization()));
                        audit.record(KnowledgeAction.DOCUMENT_DELETED, document);
                    });
                    return removed.isPresent();
                }));
    }
}
