package io.taros.knowledge;

import io.taros.bot.BotDrafts;
import io.taros.knowledge.Mend.Decision;
import io.taros.knowledge.MendRows.Decided;
import io.taros.knowledge.extract.PlainText;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what a bot was taught, passage by passage. What is excluded is in no answer from the
 * moment this returns, and what is corrected is quoted as it is now; that it is also found by its
 * new words takes until the index has it. Where changes wait in a draft, these do, too.
 */
@Component
@Transactional
public class Mends {
    public static final int MAX_TEXT = 4_000;

    private final PassageRows passages;
    private final MendRows rows;
    private final Documents documents;
    private final SourceRows sources;
    private final Shelf shelf;
    private final BotDrafts drafts;
    private final Jobs jobs;
    private final Audit audit;

    Mends(
            PassageRows passages,
            MendRows rows,
            Documents documents,
            SourceRows sources,
            Shelf shelf,
            BotDrafts drafts,
            Jobs jobs,
            Audit audit) {
        this.passages = passages;
        this.rows = rows;
        this.documents = documents;
        this.sources = sources;
        this.shelf = shelf;
        this.drafts = drafts;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** In the order of the document, from the one after this position. */
    @Transactional(readOnly = true)
    public List<ReadPassage> list(DocumentId document, int after, int limit) {
        return passages.list(document, after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<ReadPassage> find(DocumentId document, PassageId id) {
        return passages.find(document, id);
    }

    @Transactional(readOnly = true)
    public ReadPassage get(PassageId id) {
        return read(document(id), id);
    }

    /** What was decided about passages that are not there any more as they were. */
    @Transactional(readOnly = true)
    public List<Mend> lost(DocumentId document) {
        return rows.lost(document);
    }

    @Transactional(readOnly = true)
    public Optional<Mend> lost(DocumentId document, Mend.Id id) {
        return rows.lost(document).stream().filter(mend -> mend.id().equals(id)).findFirst();
    }

    /**
     * Drops what is said of a passage that is not there any more; nothing where that applies again,
     * or somebody dropped it meanwhile.
     */
    public void forget(DocumentId document, Mend.Id id) {
        if (lost(document, id).isPresent() && rows.remove(id)) {
            audit.record(KnowledgeAction.LOST_MEND_FORGOTTEN, document);
        }
    }

    /**
     * As {@link #make}, of what was decided about what the passage was before, which is over then.
     */
    public ReadPassage makeAgain(
            Mend.Id before, PassageId id, Mend.Wish wish, Mend.@Nullable Seen seen) {
        var made = make(id, wish, seen);
        forget(document(id), before);
        return made;
    }

    /**
     * @param seen null to decide whatever was decided before
     * @throws Conflict if somebody else decided something meanwhile, of a question with its answer,
     *     and of a source that leaves with the draft
     */
    public ReadPassage make(PassageId id, Mend.Wish wish, Mend.@Nullable Seen seen) {
        var document = document(id);
        var source = lock(document);
        var passage = read(document, id);
        refuse(source, passage, seen);
        var decided = decided(wish, passage);
        var waits =
                source.standing() == Source.Standing.PUBLISHED && drafts.takesChanges(source.bot());
        decide(document, passage, decided, waits ? Mend.Standing.DRAFT : Mend.Standing.PUBLISHED);
        if (waits || source.standing() == Source.Standing.DRAFT) {
            drafts.changed(source.bot());
        }
        passages.lay(document);
        shelf.fallBehind(List.of(document));
        jobs.enqueue(new CatchUpIndex(Tenancy.organization()));
        audit.record(action(decided.decision()), document);
        return read(document, id);
    }

    /** In the order of those who read: the bot, its source, the document. */
    private Source lock(DocumentId id) {
        var document = documents.find(id).orElseThrow(NotFound::new);
        var source = sources.find(document.source()).orElseThrow(NotFound::new);
        drafts.lock(source.bot());
        rows.lock(id);
        return sources.find(source.id()).orElseThrow(NotFound::new);
    }

    private static void refuse(Source source, ReadPassage passage, Mend.@Nullable Seen seen) {
        if (passage.kind() == Passage.Kind.QUESTION) {
            throw new Conflict("knowledge.mend.question");
        }
        if (source.standing() == Source.Standing.LEAVING) {
            throw new Conflict("knowledge.mend.leaving");
        }
        var latest = passage.latest();
        if (seen != null && !new Mend.Seen(latest == null ? null : latest.id()).equals(seen)) {
            throw new Conflict("knowledge.mend.clash");
        }
    }

    private static Decided decided(Mend.Wish wish, ReadPassage passage) {
        return switch (wish) {
            case Mend.Wish.Exclude _ -> new Decided(Decision.EXCLUDED, null);
            case Mend.Wish.LeaveAsRead _ -> new Decided(Decision.AS_READ, null);
            case Mend.Wish.Correct(var typed) -> {
                var text = PlainText.of(typed).strip();
                if (text.isEmpty() || text.length() > MAX_TEXT) {
                    throw new BadInput("text", "knowledge.mend.text", MAX_TEXT);
                }
                yield text.equals(passage.text().strip())
                        ? new Decided(Decision.AS_READ, null)
                        : new Decided(Decision.CORRECTED, text);
            }
        };
    }

    /** The draft holds what is published otherwise, and nothing that is published so already. */
    private void decide(
            DocumentId document, ReadPassage passage, Decided decided, Mend.Standing standing) {
        var published = passage.mend();
        var before = standing == Mend.Standing.DRAFT ? passage.waiting() : published;
        if (before != null) {
            rows.remove(before.id());
        }
        var isAsRead = decided.decision() == Decision.AS_READ;
        if (standing == Mend.Standing.PUBLISHED) {
            if (!isAsRead) {
                rows.add(document, standing, passage, decided);
            }
            return;
        }
        if (published == null ? isAsRead : decided.equals(Decided.of(published))) {
            return;
        }
        rows.add(document, standing, passage, decided);
    }

    private static KnowledgeAction action(Decision decision) {
        return switch (decision) {
            case EXCLUDED -> KnowledgeAction.PASSAGE_EXCLUDED;
            case CORRECTED -> KnowledgeAction.PASSAGE_CORRECTED;
            case AS_READ -> KnowledgeAction.PASSAGE_LEFT_AS_READ;
        };
    }

    private DocumentId document(PassageId id) {
        return passages.document(id).orElseThrow(NotFound::new);
    }

    private ReadPassage read(DocumentId document, PassageId id) {
        return find(document, id).orElseThrow(NotFound::new);
    }
}
