package io.taros.golden;

import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswers;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.retention.Holds;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The list a bot is held to. The same question stands on it once. */
@Component
public class GoldenQuestions {
    public static final int MAX_QUESTIONS = 500;

    /** The {@link #state} of an empty list. */
    public static final String NONE = "none";

    private final QuestionRows rows;
    private final GoldenSeal seal;
    private final Bots bots;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final JudgedAnswers judged;
    private final Holds holds;
    private final TransactionTemplate transactions;
    private final ErasureJournal journal;

    GoldenQuestions(
            QuestionRows rows,
            GoldenSeal seal,
            Bots bots,
            Ids ids,
            InstantSource clock,
            Audit audit,
            JudgedAnswers judged,
            Holds holds,
            TransactionTemplate transactions,
            ErasureJournal journal) {
        this.holds = holds;
        this.journal = journal;
        this.rows = rows;
        this.seal = seal;
        this.bots = bots;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.judged = judged;
        this.transactions = transactions;
    }

    /** Oldest first. */
    public List<GoldenQuestion> list(Bot.Id bot) {
        return rows.list(bots.get(bot).id()).stream().map(seal::open).toList();
    }

    /** Names exactly what is on the list: a question that is changed makes it another. */
    public String state(Bot.Id bot) {
        return rows.state(bot).orElse(NONE);
    }

    public GoldenQuestion get(GoldenQuestion.Id id) {
        return rows.find(id).map(seal::open).orElseThrow(NotFound::new);
    }

    public GoldenQuestion add(Bot.Id bot, NewGoldenQuestion content) {
        return add(bot, content, null);
    }

    /**
     * @param from where somebody asked it: it goes when they are erased
     */
    public GoldenQuestion add(
            Bot.Id bot, NewGoldenQuestion content, Conversation.@Nullable Id from) {
        var id = new GoldenQuestion.Id(ids.next());
        var question = created(id, bots.get(bot).id(), content);
        var sealed = seal.close(question);
        transactions.executeWithoutResult(status -> {
            roll(question.bot()).admit(content);
            rows.add(List.of(sealed));
            if (from != null) {
                rows.cameFrom(id, from);
            }
            audit.record(GoldenAction.QUESTION_ADDED, id);
        });
        return question;
    }

    /** All of them or, if one cannot be added, none. */
    public void addAll(Bot.Id bot, List<GoldenFile.Line> lines) {
        var owner = bots.get(bot).id();
        var contents = lines.stream().map(GoldenFile.Line::content).toList();
        var sealed = inOrder(owner, contents).stream().map(seal::close).toList();
        transactions.executeWithoutResult(status -> {
            var roll = roll(owner);
            for (var line : lines) {
                try {
                    roll.admit(line.content());
                } catch (Conflict refused) {
                    throw line.refused(refused);
                }
            }
            rows.add(sealed);
            audit.record(GoldenAction.QUESTIONS_IMPORTED, owner);
        });
    }

    /** What a person picked from what was proposed: all of it or nothing. */
    void addChosen(Bot.Id bot, List<NewGoldenQuestion> contents) {
        var owner = bots.get(bot).id();
        var chosen = inOrder(owner, contents);
        var sealed = chosen.stream().map(seal::close).toList();
        transactions.executeWithoutResult(status -> {
            var roll = roll(owner);
            contents.forEach(roll::admit);
            rows.add(sealed);
            chosen.forEach(one -> audit.record(GoldenAction.QUESTION_ADDED, one.id()));
        });
    }

    public GoldenQuestion replace(GoldenQuestion.Id id, NewGoldenQuestion content) {
        var old = get(id);
        var question = new GoldenQuestion(id, old.bot(), content, old.createdAt());
        var sealed = seal.close(question);
        transactions.executeWithoutResult(status -> {
            rollWithout(id, question.bot()).admit(content);
            if (!rows.replace(sealed)) {
                throw new NotFound();
            }
            audit.record(GoldenAction.QUESTION_CHANGED, id);
        });
        return question;
    }

    /**
     * Runs that asked it keep what they know.
     *
     * @throws Conflict while a legal hold keeps everything
     */
    public void remove(GoldenQuestion.Id id) {
        var bot = get(id).bot();
        transactions.executeWithoutResult(status -> {
            if (!rows.remove(id)) {
                throw new NotFound();
            }
            holds.refuseIfAllIsHeld();
            journal.add(ErasedGoldenQuestions.KIND, id);
            judged.withdraw(bot, JudgedAnswer.Kind.GOLDEN, id);
            audit.record(GoldenAction.QUESTION_REMOVED, id);
        });
    }

    /** The list goes by id, and ids made within one millisecond come in any order. */
    private List<GoldenQuestion> inOrder(Bot.Id bot, List<NewGoldenQuestion> contents) {
        var ordered =
                Stream.generate(ids::next)
                        .limit(contents.size())
                        .sorted(Comparator.comparing(UUID::toString))
                        .iterator();
        return contents.stream()
                .map(content -> created(new GoldenQuestion.Id(ordered.next()), bot, content))
                .toList();
    }

    /** The database keeps no finer times, and what is answered now is what is read later. */
    private GoldenQuestion created(GoldenQuestion.Id id, Bot.Id bot, NewGoldenQuestion content) {
        return new GoldenQuestion(id, bot, content, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Roll roll(Bot.Id bot) {
        return rollWithout(null, bot);
    }

    /** Locked until the transaction ends. */
    private Roll rollWithout(GoldenQuestion.@Nullable Id one, Bot.Id bot) {
        rows.lock(bot);
        return new Roll(
                rows.list(bot).stream()
                        .filter(question -> !question.id().equals(one))
                        .map(question -> seal.open(question).content().plain())
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    /** What is on the list while it is added to. */
    private record Roll(Set<String> asked) {
        void admit(NewGoldenQuestion content) {
            if (asked.size() >= MAX_QUESTIONS) {
                throw new Conflict("golden.input.full", MAX_QUESTIONS);
            }
            if (!asked.add(content.plain())) {
                throw new Conflict("golden.input.twice");
            }
        }
    }
}
