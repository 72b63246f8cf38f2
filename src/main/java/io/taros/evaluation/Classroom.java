package io.taros.evaluation;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.evaluation.TaughtRow.Faq;
import io.taros.evaluation.TaughtRow.Page;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.egress.EgressPolicies;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.privacy.OrganizationErasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Makes an organization with one bot, teaches it through the customer's door, throws it away. */
@Component
class Classroom {
    /** Whoever runs the command measures the models they set up, with material of their own. */
    private static final EgressPolicy ANYWHERE = new EgressPolicy(false, false, null, true);

    private static final long PAUSE_NANOS = 20_000_000;

    private final Ids ids;
    private final Bots bots;
    private final Sources sources;
    private final OrganizationErasure erasure;
    private final EgressPolicies policies;

    Classroom(
            Ids ids,
            Bots bots,
            Sources sources,
            OrganizationErasure erasure,
            EgressPolicies policies) {
        this.policies = policies;
        this.ids = ids;
        this.bots = bots;
        this.sources = sources;
        this.erasure = erasure;
    }

    /**
     * A taught bot.
     *
     * @param rows which rows each source was taught from: equal rows become one source
     */
    record Pupil(
            OrganizationId organization, Bot bot, Map<UUID, List<String>> rows, Taught taught) {}

    OrganizationId open() {
        return new OrganizationId(ids.next());
    }

    /** Returns when everything that can be read has been read and can be found. */
    Pupil teach(OrganizationId organization, List<TaughtRow> taught, Progress progress) {
        return Tenancy.callAs(
                organization,
                () -> {
                    policies.replace(ANYWHERE);
                    var bot = bots.add(BotSettings.named("Evaluation"));
                    var start = System.nanoTime();
                    var rowsOf = new LinkedHashMap<UUID, List<String>>();
                    for (var row : taught) {
                        var source = sources.add(source(bot.id(), row));
                        rowsOf.computeIfAbsent(source.id().value(), any -> new ArrayList<>())
                                .add(row.id());
                    }
                    var read = awaitAll(rowsOf, progress);
                    var seconds = (System.nanoTime() - start) / 1e9;
                    return new Pupil(
                            organization, bot, rowsOf, new Taught(read, passages(bot), seconds));
                });
    }

    void close(OrganizationId organization) {
        Tenancy.runAs(organization, erasure::run);
    }

    private static NewSource source(Bot.Id bot, TaughtRow row) {
        return switch (row) {
            case Page(var _, var _, var title, var text) -> new NewSource.Text(bot, title, text);
            case Faq(var _, var _, var phrasings, var answer) ->
                    new NewSource.Qa(
                            bot,
                            phrasings.getFirst(),
                            phrasings.subList(1, phrasings.size()),
                            answer == null ? phrasings.getFirst() : answer);
        };
    }

    /**
     * Returns how many rows were read; one that could not be is named and does not stop the rest.
     */
    private int awaitAll(Map<UUID, List<String>> pending, Progress progress) {
        var read = 0;
        for (var rowsOfSource : pending.entrySet()) {
            var source = await(new Source.Id(rowsOfSource.getKey()));
            if (source.status() == Source.Status.READY) {
                read++;
            } else {
                progress.note("'%s' could not be read.".formatted(source.title()));
            }
            progress.advance(rowsOfSource.getValue().size());
        }
        return read;
    }

    private Source await(Source.Id id) {
        while (true) {
            var source = sources.get(id);
            if (source.status().isFinal()) {
                return source;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private int passages(Bot bot) {
        return sources.list(bot.id()).stream()
                .mapToInt(source -> source.progress().passages())
                .sum();
    }
}
