package io.taros.draft;

import io.taros.bot.AnsweringSettings;
import io.taros.bot.Bot;
import io.taros.bot.BotDraft;
import io.taros.bot.BotDrafts;
import io.taros.bot.Bots;
import io.taros.draft.Obstacle.Kind;
import io.taros.golden.GoldenQuestions;
import io.taros.golden.GoldenRun;
import io.taros.golden.GoldenRuns;
import io.taros.knowledge.Source;
import io.taros.knowledge.WaitingMends;
import io.taros.knowledge.WaitingSources;
import io.taros.platform.web.Conflict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The drafts of a bot as a whole: what waits, how it did, and whether it can be published. */
@Component
public class Drafts {
    private final Bots bots;
    private final BotDrafts drafts;
    private final WaitingSources sources;
    private final WaitingMends mends;
    private final GoldenQuestions questions;
    private final GoldenRuns runs;

    Drafts(
            Bots bots,
            BotDrafts drafts,
            WaitingSources sources,
            WaitingMends mends,
            GoldenQuestions questions,
            GoldenRuns runs) {
        this.bots = bots;
        this.drafts = drafts;
        this.sources = sources;
        this.mends = mends;
        this.questions = questions;
        this.runs = runs;
    }

    public boolean isGated(Bot.Id bot) {
        return drafts.isGated(bot);
    }

    /** Empty if none is open. */
    public Optional<Draft> find(Bot.Id id) {
        var bot = bots.get(id);
        return drafts.find(id).map(opened -> draft(bot, opened));
    }

    public Draft get(Bot.Id bot) {
        return find(bot).orElseThrow(() -> new Conflict("draft.none"));
    }

    /**
     * For changes that shall wait although they would not have to; the open one if there is one.
     */
    public Draft open(Bot.Id bot) {
        drafts.open(bot);
        return get(bot);
    }

    /** Asks the draft all golden questions, in a job. */
    public GoldenRun ask(Bot.Id bot) {
        var draft = get(bot);
        reading(draft.waiting()).ifPresent(Drafts::refuse);
        return runs.startOnDraft(bot, draft.state());
    }

    private static void refuse(Obstacle obstacle) {
        throw obstacle.refusal();
    }

    private Draft draft(Bot bot, BotDraft opened) {
        var settings = ChangedSetting.between(AnsweringSettings.of(bot), opened.settings());
        var waiting = sources.list(bot.id());
        var list = questions.state(bot.id());
        var state =
                "%s/%d/%s/%s"
                        .formatted(
                                opened.id().value(),
                                opened.revision(),
                                sources.contentInDraft(bot.id()),
                                list);
        var run = runs.latestOnDraft(bot.id()).filter(latest -> isOf(opened, latest)).orElse(null);
        var draft = new Draft(opened, settings, waiting, mends.list(bot.id()), state, run, null);
        return obstacle(draft, list).map(draft::behind).orElse(draft);
    }

    private static boolean isOf(BotDraft opened, GoldenRun run) {
        return String.valueOf(run.draft()).startsWith(opened.id().value().toString());
    }

    private Optional<Obstacle> obstacle(Draft draft, String list) {
        if (draft.isEmpty()) {
            return Optional.of(Obstacle.of(Kind.EMPTY));
        }
        var unread = reading(draft.waiting());
        if (unread.isPresent() || !isGated(draft.opened().bot())) {
            return unread;
        }
        return list.equals(GoldenQuestions.NONE)
                ? Optional.of(Obstacle.of(Kind.NO_QUESTIONS))
                : notPassed(draft);
    }

    private static Optional<Obstacle> reading(List<Source> waiting) {
        return waiting.stream()
                .filter(source -> source.standing() == Source.Standing.DRAFT)
                .filter(source -> !source.status().isFinal())
                .findFirst()
                .map(source -> Obstacle.of(Kind.READING, source.shownTitle()));
    }

    private static Optional<Obstacle> notPassed(Draft draft) {
        var run = draft.run();
        if (run == null) {
            return Optional.of(Obstacle.of(Kind.NOT_ASKED));
        }
        if (!draft.isRunCurrent()) {
            return Optional.of(Obstacle.of(Kind.STALE));
        }
        if (!run.isFinished()) {
            return Optional.of(Obstacle.of(Kind.ASKING));
        }
        return run.hasPassed()
                ? Optional.empty()
                : Optional.of(Obstacle.of(Kind.FAILED, run.failed(), run.total()));
    }
}
