package io.taros.rights;

import io.taros.conversation.FindPerson;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.retention.Holds;
import io.taros.platform.rights.ForgetPerson;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.Sightings;
import io.taros.platform.rights.ThreadsErased;
import io.taros.privacy.Erased;
import io.taros.rights.SubjectRequest.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person out in batches of a transaction each, and writes down with each what went: what a
 * crash leaves undone, the next attempt does. Then looks for what should be gone.
 */
@Component
class ErasingSubject implements JobHandler<EraseSubject> {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingSubject.class);
    private static final int BATCH = 100;

    private final RequestRows rows;
    private final ExportRows exports;
    private final SubjectRequests requests;
    private final FindPerson people;
    private final ForgetPerson forgetting;
    private final Sightings sightings;
    private final Holds holds;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    ErasingSubject(
            RequestRows rows,
            ExportRows exports,
            SubjectRequests requests,
            FindPerson people,
            ForgetPerson forgetting,
            Sightings sightings,
            Holds holds,
            Audit audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.events = events;
        this.rows = rows;
        this.exports = exports;
        this.requests = requests;
        this.people = people;
        this.forgetting = forgetting;
        this.sightings = sightings;
        this.holds = holds;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public Class<EraseSubject> type() {
        return EraseSubject.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(EraseSubject job) {
        var request = rows.find(job.request()).filter(SubjectRequest::isErasing);
        if (request.isEmpty()) {
            return;
        }
        var person = remembered(request.get());
        var threads = person.threads();
        for (var from = 0; from < threads.size(); from += BATCH) {
            erase(
                    job.request(),
                    person,
                    threads.subList(from, Math.min(from + BATCH, threads.size())));
        }
        if (threads.isEmpty()) {
            erase(job.request(), person, List.of());
        }
        finish(request.get(), person);
    }

    /**
     * Whoever was found by an attempt before this one cannot be found any more by what is gone, so
     * that it stands beside the request, sealed, until that is closed.
     */
    private Person remembered(SubjectRequest request) {
        var found = people.find(Objects.requireNonNull(request.sought()));
        var person = rows.person(request.id()).map(found::and).orElse(found);
        rows.remember(request.id(), person);
        return person;
    }

    /** Somebody has to look: the page goes on saying that it is not done. */
    @Override
    public void exhausted(EraseSubject job, Throwable cause) {
        LOG.error("Request {} could not be carried out", job.request(), cause);
        transactions.executeWithoutResult(status -> rows.endErasing(job.request()));
    }

    /** A hold that was placed meanwhile counts, too. */
    private void erase(SubjectRequest.Id id, Person person, List<UUID> batch) {
        transactions.executeWithoutResult(status -> {
            var held = held(person);
            var going = batch.stream().filter(thread -> !held.has(thread)).toList();
            var gone = forgetting.forget(new Person(going, held.wordsOf(person)));
            if (gone.isEmpty()) {
                return;
            }
            events.publishEvent(new ThreadsErased(going));
            rows.receipt(id, receipt(id, gone, held));
            audit.record(
                    RightsAction.ERASED,
                    id,
                    Map.of(
                            "rows", String.valueOf(sum(gone)),
                            "tables", Erased.inWords(gone),
                            "held", String.valueOf(held.threads().size())));
        });
    }

    /**
     * What stays of somebody.
     *
     * @param until absent if nothing is held: neither of theirs nor everything
     */
    private record Stays(Set<UUID> threads, @Nullable Instant until) {
        boolean has(UUID thread) {
            return threads.contains(thread);
        }

        boolean isNothing() {
            return until == null;
        }

        /** What names them may be about what is held, and stays with it. */
        Set<String> wordsOf(Person person) {
            return isNothing() ? person.words() : Set.of();
        }
    }

    private Stays held(Person person) {
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var threads = holds.until(person.threads());
                    var latest =
                            Stream.concat(threads.values().stream(), holds.allUntil().stream())
                                    .max(Comparator.naturalOrder());
                    return new Stays(threads.keySet(), latest.orElse(null));
                }));
    }

    /** What went before a crash counts, too. */
    private ErasureReceipt receipt(SubjectRequest.Id id, Map<String, Long> gone, Stays held) {
        var all = new HashMap<>(gone);
        rows.find(id)
                .map(SubjectRequest::receipt)
                .ifPresent(before ->
                        before.rows()
                                .forEach((table, count) -> all.merge(table, count, Long::sum)));
        return new ErasureReceipt(all, held.threads().size(), held.until(), 0, Map.of());
    }

    /** What is done is closed; what is held or still stands somewhere is for a person to see. */
    private void finish(SubjectRequest request, Person person) {
        var id = request.id();
        var held = held(person);
        var searched = search(request, person, held);
        var found = searched.found();
        var receipt = receipt(id, Map.of(), held);
        transactions.executeWithoutResult(status -> {
            rows.receipt(
                    id,
                    new ErasureReceipt(
                            receipt.rows(),
                            receipt.held(),
                            receipt.heldUntil(),
                            searched.tables(),
                            found));
            audit.record(
                    RightsAction.SEARCHED,
                    id,
                    Map.of(
                            "searched",
                            String.valueOf(searched.tables()),
                            "found",
                            found.isEmpty() ? "0" : Erased.inWords(found)));
            exports.withdraw(id);
            if (held.isNothing() && found.isEmpty()) {
                requests.end(request, Outcome.DONE, null);
            } else {
                rows.endErasing(id);
            }
        });
    }

    /** Reads every table for what is gone, and looks for the person once more. */
    private Sightings.Searched search(SubjectRequest request, Person person, Stays held) {
        var gone = person.threads().stream().filter(thread -> !held.has(thread)).toList();
        var searched = sightings.look(gone, held.wordsOf(person));
        var found = new HashMap<>(searched.found());
        var left =
                people.find(Objects.requireNonNull(request.sought())).threads().stream()
                        .filter(thread -> !held.has(thread))
                        .count();
        if (left > 0) {
            found.merge("conversation", left, Math::max);
        }
        return new Sightings.Searched(searched.tables(), found);
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
