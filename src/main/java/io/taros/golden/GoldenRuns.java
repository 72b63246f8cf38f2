package io.taros.golden;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.Edition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs of golden questions: one of a bot at a time; the latest of what is published and of drafts
 * are kept.
 */
@Component
public class GoldenRuns {
    public static final int KEPT = 20;

    private final GoldenQuestions questions;
    private final RunRows runs;
    private final ResultRows results;
    private final GoldenSeal seal;
    private final Ids ids;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;

    GoldenRuns(
            GoldenQuestions questions,
            RunRows runs,
            ResultRows results,
            GoldenSeal seal,
            Ids ids,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions) {
        this.questions = questions;
        this.runs = runs;
        this.results = results;
        this.seal = seal;
        this.ids = ids;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Asking happens afterwards, in a job. */
    public GoldenRun start(Bot.Id bot) {
        return start(bot, null, _ -> {});
    }

    /**
     * @param together what is done in the transaction that starts it
     */
    GoldenRun start(Bot.Id bot, Consumer<GoldenRun.Id> together) {
        return start(bot, null, together);
    }

    /**
     * Asks the bot as it is in its draft.
     *
     * @param draft names the state it is in; taken before this, so that what changes meanwhile is
     *     noticed
     */
    public GoldenRun startOnDraft(Bot.Id bot, String draft) {
        return start(bot, draft, _ -> {});
    }

    private GoldenRun start(Bot.Id bot, @Nullable String draft, Consumer<GoldenRun.Id> together) {
        var asked = questions.list(bot);
        if (asked.isEmpty()) {
            throw new Conflict("golden.run.nothing");
        }
        var id = new GoldenRun.Id(ids.next());
        var sealed = asked.stream().map(question -> seal.closeAsked(id, question)).toList();
        transactions.executeWithoutResult(status -> {
            if (!runs.add(id, bot, draft)) {
                throw new Conflict("golden.run.open");
            }
            results.add(id, asked.stream().map(GoldenQuestion::id).toList(), sealed);
            jobs.enqueue(new AskGoldenQuestions(Tenancy.organization(), id));
            audit.record(GoldenAction.RUN_STARTED, id);
            together.accept(id);
        });
        return get(id);
    }

    public GoldenRun get(GoldenRun.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    Optional<GoldenRun> find(GoldenRun.Id id) {
        return runs.find(id);
    }

    /** Those that are kept, newest first. */
    public List<GoldenRun> list(Bot.Id bot) {
        return runs.list(bot);
    }

    /** Of what is published. */
    public Optional<GoldenRun> latest(Bot.Id bot) {
        return runs.latest(bot, Edition.PUBLISHED);
    }

    public Optional<GoldenRun> latestOnDraft(Bot.Id bot) {
        return runs.latest(bot, Edition.DRAFT);
    }

    /** The draft that a run asked was published: it is the latest run of what is published. */
    public void adopt(GoldenRun run) {
        transactions.executeWithoutResult(status -> {
            runs.adopt(run.id());
            jobs.enqueue(new TellWhatWasJudged(Tenancy.organization(), run.id()));
        });
    }

    /** The run of what was published that came before, if it is still kept. */
    public Optional<GoldenRun> before(GoldenRun run) {
        return runs.before(run);
    }

    /** In the order of the list when the run began. */
    public List<GoldenResult> results(GoldenRun run) {
        return results.list(run.id()).stream().map(seal::open).toList();
    }

    /** Since the run before; none where either is gone. */
    Drift drift(GoldenRun.Id id) {
        var changes =
                find(id).flatMap(now -> before(now).map(earlier -> changes(earlier, now)))
                        .orElse(List.of());
        return Drift.of(changes);
    }

    /** What is not as it was in an earlier run, of the questions that both asked. */
    public List<Change> changes(GoldenRun before, GoldenRun now) {
        var earlier = results(before).stream().collect(toMap(GoldenResult::question, identity()));
        return results(now).stream()
                .flatMap(result ->
                        Optional.ofNullable(earlier.get(result.question())).stream()
                                .flatMap(known -> Change.between(known, result).stream()))
                .toList();
    }
}
