package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.Pair.Changed;
import io.taros.platform.audit.Audit;
import io.taros.platform.web.Conflict;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of a bot that ask the same, and what somebody decides about them. */
@Component
@Transactional
public class AlikePairs {
    /** Two of them, the one that was added first before the other. */
    public record Alike(Pair first, Pair second, Likeness likeness) {}

    private final AlikeRows rows;
    private final PairRows pairRows;
    private final Pairs pairs;
    private final Audiences audiences;
    private final Audit audit;

    AlikePairs(AlikeRows rows, PairRows pairRows, Pairs pairs, Audiences audiences, Audit audit) {
        this.rows = rows;
        this.pairRows = pairRows;
        this.pairs = pairs;
        this.audiences = audiences;
        this.audit = audit;
    }

    /** Contradictions first, then the newest. */
    @Transactional(readOnly = true)
    public List<Alike> list(Bot.Id bot, int limit) {
        return rows.list(bot, limit).stream()
                .flatMap(row ->
                        pairRows.find(row.first()).stream()
                                .flatMap(first ->
                                        pairRows.find(row.second()).stream()
                                                .map(second ->
                                                        new Alike(first, second, row.likeness()))))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(Bot.Id bot) {
        return rows.count(bot);
    }

    /** The other one goes. */
    public void keep(Source.Id kept, Source.Id other) {
        refuseUnlessAlike(kept, other);
        audiences.lendAlike(other, kept);
        pairs.remove(other);
    }

    /** The other one goes, and all ways to ask it lead to the answer that is kept. */
    public void merge(Source.Id kept, Source.Id other, Confirmation confirmation) {
        refuseUnlessAlike(kept, other);
        var keeping = pairs.get(kept);
        var leaving = pairs.get(other).words();
        var words = keeping.words();
        var wordings =
                Stream.of(
                                words.phrasings().stream(),
                                Stream.of(leaving.question()),
                                leaving.phrasings().stream())
                        .flatMap(wording -> wording)
                        .filter(wording -> !wording.equals(words.question()))
                        .distinct()
                        .toList();
        audiences.lendAlike(other, kept);
        pairs.remove(other);
        var merged = new NewSource.Qa(words.bot(), words.question(), wordings, words.answer());
        switch (pairs.change(kept, keeping.version(), merged, confirmation)) {
            case Changed.Saved _ -> {}
            case Changed.Clash _, Changed.Known _ -> throw new Conflict("knowledge.alike.changed");
        }
    }

    /** They are shown together no more, as long as both say what they say. */
    public void tellApart(Source.Id one, Source.Id other) {
        refuseUnlessAlike(one, other);
        rows.tellApart(one, other);
        audit.record(KnowledgeAction.PAIRS_TOLD_APART, one);
    }

    private void refuseUnlessAlike(Source.Id one, Source.Id other) {
        pairs.get(one);
        pairs.get(other);
        if (!rows.areAlike(one, other)) {
            throw new Conflict("knowledge.alike.changed");
        }
    }
}
