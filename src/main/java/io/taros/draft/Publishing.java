package io.taros.draft;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.golden.GoldenRuns;
import io.taros.knowledge.WaitingMends;
import io.taros.knowledge.WaitingSources;
import io.taros.platform.audit.Audit;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends drafts. Each in one transaction under the bot's lock: visitors get all of a draft or nothing
 * of it, because what an edition has is asked of the database. The index alone follows later: until
 * then what was corrected is found by its old words, and quoted in the new ones.
 */
@Component
@Transactional
public class Publishing {
    public static final int MAX_REASON = 500;

    private final Drafts drafts;
    private final BotDrafts settings;
    private final WaitingSources sources;
    private final WaitingMends mends;
    private final GoldenRuns runs;
    private final Publications publications;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    Publishing(
            Drafts drafts,
            BotDrafts settings,
            WaitingSources sources,
            WaitingMends mends,
            GoldenRuns runs,
            Publications publications,
            Audit audit,
            Ids ids,
            InstantSource clock) {
        this.drafts = drafts;
        this.settings = settings;
        this.sources = sources;
        this.mends = mends;
        this.runs = runs;
        this.publications = publications;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Publication> latest(Bot.Id bot) {
        return publications.latest(bot);
    }

    /** Refused while there is an obstacle. */
    public Publication publish(Bot.Id bot) {
        var draft = locked(bot);
        var obstacle = draft.obstacle();
        if (obstacle != null) {
            throw obstacle.refusal();
        }
        return publish(draft, null);
    }

    /** Although the golden questions say otherwise: somebody says why. */
    public Publication publishAnyway(Bot.Id bot, String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw new BadInput("reason", "draft.input.reason", MAX_REASON);
        }
        var draft = locked(bot);
        var obstacle = draft.obstacle();
        if (obstacle == null) {
            return publish(draft, null);
        }
        if (!obstacle.isOverridable()) {
            throw obstacle.refusal();
        }
        return publish(draft, why);
    }

    public void discard(Bot.Id bot) {
        locked(bot);
        sources.discard(bot);
        mends.discard(bot);
        settings.close(bot);
        audit.record(DraftAction.DISCARDED, bot);
    }

    /** From now on changes wait until they pass. */
    public void switchGateOn(Bot.Id bot) {
        if (settings.gate(bot)) {
            audit.record(DraftAction.GATE_SWITCHED_ON, bot);
        }
    }

    /** Changes apply at once again; an open draft stays open. */
    public void switchGateOff(Bot.Id bot) {
        if (settings.ungate(bot)) {
            audit.record(DraftAction.GATE_SWITCHED_OFF, bot);
        }
    }

    private Draft locked(Bot.Id bot) {
        settings.lock(bot);
        return drafts.get(bot);
    }

    private Publication publish(Draft draft, @Nullable String reason) {
        var bot = draft.opened().bot();
        sources.publish(bot);
        mends.publish(bot);
        settings.publish(bot);
        var run = draft.run();
        if (run != null && run.isFinished() && draft.isRunCurrent()) {
            runs.adopt(run);
        }
        // The database keeps no finer times, and what is answered now is what is read later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var publication = new Publication(new Publication.Id(ids.next()), bot, reason, now);
        publications.add(publication);
        audit.record(
                reason == null ? DraftAction.PUBLISHED : DraftAction.PUBLISHED_ANYWAY,
                publication.id());
        return publication;
    }
}
