package io.taros.knowledge;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.search.Embedder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares what is new with all there is, in memory: so many ways to ask at most, of the newest
 * pairs. Nothing is embedded for it.
 */
@Component
class ComparingPairs implements JobHandler<ComparePairs> {
    private static final int MOST = 10_000;
    private static final int BATCH = 200;

    /** Whoever has more that ask the same asks by a pattern, and needs no list of them. */
    private static final int MOST_OF_ONE = 20;

    private static final int MOST_AT_ONCE = 5_000;

    /** An import makes thousands ready one after the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Two(Source.Id first, Source.Id second) {}

    private final AlikeRows rows;
    private final PairRows pairs;
    private final Embedder embedder;
    private final Jobs jobs;
    private final InstantSource clock;

    ComparingPairs(
            AlikeRows rows, PairRows pairs, Embedder embedder, Jobs jobs, InstantSource clock) {
        this.rows = rows;
        this.pairs = pairs;
        this.embedder = embedder;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(SourceSettled settled) {
        if (settled.isReady() && pairs.find(settled.source()).isPresent()) {
            var job = new ComparePairs(Tenancy.organization(), settled.bot());
            jobs.enqueueAt(job, clock.instant().plus(PATIENCE));
        }
    }

    @Override
    public Class<ComparePairs> type() {
        return ComparePairs.class;
    }

    @Override
    public void handle(ComparePairs job) {
        var fresh = rows.uncompared(job.bot(), BATCH);
        while (!fresh.isEmpty()) {
            var all = rows.asked(job.bot(), embedder.model(), MOST);
            rows.keep(job.bot(), fresh, alike(fresh, all));
            fresh = rows.uncompared(job.bot(), BATCH);
        }
    }

    private static List<AlikeRows.Alike> alike(List<Source.Id> fresh, List<Likeness.Asked> all) {
        var wanted = new HashSet<>(fresh);
        var found = new HashMap<Two, Likeness>();
        var ofOne = new HashMap<Source.Id, Integer>();
        for (var one : all) {
            if (!wanted.contains(one.pair())) {
                continue;
            }
            for (var other : all) {
                if (found.size() == MOST_AT_ONCE
                        || ofOne.getOrDefault(one.pair(), 0) == MOST_OF_ONE) {
                    break;
                }
                var two = two(one, other);
                if (!one.pair().equals(other.pair()) && !found.containsKey(two)) {
                    Likeness.of(one, other)
                            .ifPresent(likeness -> {
                                found.put(two, likeness);
                                ofOne.merge(one.pair(), 1, Integer::sum);
                            });
                }
            }
        }
        return found.entrySet().stream().map(ComparingPairs::alike).toList();
    }

    /** The order does not matter, but must be the same for both. */
    private static Two two(Likeness.Asked one, Likeness.Asked other) {
        return one.pair().value().compareTo(other.pair().value()) < 0
                ? new Two(one.pair(), other.pair())
                : new Two(other.pair(), one.pair());
    }

    private static AlikeRows.Alike alike(Map.Entry<Two, Likeness> found) {
        var two = found.getKey();
        return new AlikeRows.Alike(two.first(), two.second(), found.getValue());
    }
}
