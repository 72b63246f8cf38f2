package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.knowledge.Pair.Changed;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A bot's questions with their answers, one by one. Each is a source, added as such; here they are
 * found, changed and taken away, at once or with the draft.
 */
@Component
@Transactional
public class Pairs {
    private final PairRows rows;
    private final AlikeRows alike;
    private final Sources sources;
    private final WaitingSources waiting;
    private final Audiences audiences;
    private final NewSourceRules rules;
    private final BotDrafts drafts;
    private final Jobs jobs;
    private final Audit audit;

    Pairs(
            PairRows rows,
            AlikeRows alike,
            Sources sources,
            WaitingSources waiting,
            Audiences audiences,
            NewSourceRules rules,
            BotDrafts drafts,
            Jobs jobs,
            Audit audit) {
        this.rows = rows;
        this.alike = alike;
        this.sources = sources;
        this.waiting = waiting;
        this.audiences = audiences;
        this.rules = rules;
        this.drafts = drafts;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Pair> list(Bot.Id bot, Pair.Sought sought, int from, int limit) {
        return rows.list(bot, sought, from, limit);
    }

    @Transactional(readOnly = true)
    public int count(Bot.Id bot, String words) {
        return rows.count(bot, words);
    }

    @Transactional(readOnly = true)
    public Pair get(Source.Id id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Where changes wait in a draft, a published pair leaves with it and the new one comes;
     * otherwise it is the same pair, which says what it said until it is read anew.
     */
    public Changed change(
            Source.Id id, String version, NewSource.Qa words, Confirmation confirmation) {
        var bot = get(id).words().bot();
        drafts.lock(bot);
        var now = get(id);
        var draft = rules.check(words);
        var hash = HexFormat.of().formatHex(draft.hash());
        if (!now.version().equals(version)) {
            return now.version().equals(hash) ? new Changed.Saved(now) : new Changed.Clash(now);
        }
        Optional<Pair> same = rows.find(bot, draft.hash());
        if (same.isPresent() && same.get().id().equals(id)) {
            return new Changed.Saved(now);
        }
        if (now.standing() == Source.Standing.LEAVING) {
            throw new Conflict("knowledge.pair.leaving");
        }
        if (same.isEmpty()) {
            return new Changed.Saved(change(now, words, draft, confirmation));
        }
        return same.get().standing() == Source.Standing.LEAVING
                ? new Changed.Saved(putBack(same.get(), now))
                : new Changed.Known(same.get());
    }

    /** What one pair was changed into is what another one says that was to leave. */
    private Pair putBack(Pair leaving, Pair now) {
        waiting.keep(leaving.id());
        audiences.change(leaving.id(), Audiences.Wish.of(now.audience()));
        remove(now.id());
        return get(leaving.id());
    }

    private Pair change(
            Pair now, NewSource.Qa words, NewSourceRules.Draft draft, Confirmation confirmation) {
        if (drafts.takesChanges(draft.bot()) && now.standing() == Source.Standing.PUBLISHED) {
            waiting.leave(now.id());
            var added = sources.add(words, confirmation).id();
            audiences.give(now.id(), added);
            return get(added);
        }
        int round = rows.change(now.id(), draft, confirmation);
        alike.forget(now.id());
        jobs.enqueue(new ReadSource(Tenancy.organization(), now.id(), round));
        audit.record(KnowledgeAction.SOURCE_CHANGED, now.id());
        return get(now.id());
    }

    /** One that was taken away, for whom it was, as far as that is still there. */
    public Source addAgain(NewSource.Qa words, Audiences.Wish audience, Confirmation confirmation) {
        var added = sources.add(words, confirmation);
        audiences.restore(added.id(), audience);
        return added;
    }

    /**
     * A published pair leaves with the draft where changes wait in one; any other is gone from the
     * moment this returns.
     *
     * @return the pair that is leaving
     */
    public Optional<Pair> remove(Source.Id id) {
        var pair = get(id);
        if (pair.standing() == Source.Standing.PUBLISHED
                && drafts.takesChanges(pair.words().bot())) {
            waiting.leave(id);
        }
        if (get(id).standing() != Source.Standing.LEAVING) {
            sources.remove(id);
        }
        return rows.find(id);
    }
}
