package io.taros.rights;

import io.taros.bot.Bot;
import io.taros.conversation.Sought;
import io.taros.organization.BotNames;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.rights.SubjectRequest.Closing;
import io.taros.rights.SubjectRequest.Extension;
import io.taros.rights.SubjectRequest.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of what people ask of the bound organization. */
@Component
public class SubjectRequests {
    private static final int SHOWN = 200;

    /** What came earlier than this is over by three months at least, and no request any more. */
    private static final int OLDEST_YEARS = 1;

    private final RequestRows rows;
    private final ExportRows exports;
    private final BotNames bots;
    private final Audit audit;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    SubjectRequests(
            RequestRows rows,
            ExportRows exports,
            BotNames bots,
            Audit audit,
            Jobs jobs,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.exports = exports;
        this.bots = bots;
        this.audit = audit;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    public List<SubjectRequest> list() {
        return rows.list(SHOWN);
    }

    /** By number, the latest first. */
    public List<SubjectRequest> before(int number, int limit) {
        return rows.before(number, limit);
    }

    public SubjectRequest get(SubjectRequest.Id id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /** One that can still be worked on, and by what the person is found. */
    public Sought sought(SubjectRequest.Id id) {
        var sought = get(id).sought();
        if (sought == null) {
            throw new Conflict("rights.input.closed");
        }
        return sought;
    }

    /**
     * @param by an account; absent where a program did
     */
    public SubjectRequest open(NewSubjectRequest wanted, @Nullable UUID by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (wanted.receivedOn().isAfter(today.plusDays(1))
                || wanted.receivedOn().isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new BadInput("received", "rights.input.received");
        }
        var id = new SubjectRequest.Id(ids.next());
        var request = wanted.of(soughtIn(wanted.sought()));
        var sealed = rows.seal(id, request.sought());
        transactions.executeWithoutResult(status -> {
            var number = rows.add(id, request, sealed, new RequestRows.Opening(now, by));
            audit.record(
                    RightsAction.OPENED,
                    id,
                    Map.of("number", String.valueOf(number), "kind", wanted.kind().word()));
            remind(id, SubjectRequest.dueAfter(wanted.receivedOn(), null), now);
        });
        return get(id);
    }

    /** A name that a website gave its user says nothing without that website's bot. */
    private Sought soughtIn(Sought sought) {
        if (sought.by() != Sought.By.IDENTITY) {
            return new Sought(sought.by(), sought.value());
        }
        var all = bots.list().stream().map(named -> new Bot.Id(named.id())).toList();
        if (sought.bot() == null && all.size() > 1) {
            throw new BadInput("bot", "rights.input.bot");
        }
        if (sought.bot() != null && !all.contains(sought.bot())) {
            throw new BadInput("bot", "rights.input.choice");
        }
        return sought.bot() == null && all.size() == 1
                ? new Sought(sought.by(), sought.value(), all.getFirst())
                : sought;
    }

    public void extend(SubjectRequest.Id id, Extension why) {
        var request = get(id);
        var due = SubjectRequest.dueAfter(request.receivedOn(), why);
        transactions.executeWithoutResult(status -> {
            if (!rows.extend(id, why, due)) {
                throw new Conflict("rights.input.extended");
            }
            jobs.cancel(reminder(id, request.dueOn()));
            remind(id, due, clock.instant());
            audit.record(
                    RightsAction.EXTENDED,
                    id,
                    Map.of("number", String.valueOf(request.number()), "until", due.toString()));
        });
    }

    /** From here on nobody can be found by it. */
    public void close(SubjectRequest.Id id, Outcome outcome, @Nullable UUID by) {
        var request = get(id);
        if (request.isErasing()) {
            throw new Conflict("rights.input.erasing");
        }
        if (request.restrictedSince() != null && outcome != Outcome.DONE) {
            throw new Conflict("rights.input.restricted");
        }
        transactions.executeWithoutResult(status -> {
            if (!end(request, outcome, by)) {
                throw new Conflict("rights.input.closed");
            }
        });
    }

    /** In the caller's transaction; false if it was closed already. */
    boolean end(SubjectRequest request, Outcome outcome, @Nullable UUID by) {
        if (!rows.close(request.id(), new Closing(outcome, clock.instant(), by))) {
            return false;
        }
        if (outcome != Outcome.DONE) {
            exports.withdraw(request.id());
        }
        jobs.cancel(reminder(request.id(), request.dueOn()));
        audit.record(
                RightsAction.CLOSED,
                request.id(),
                Map.of(
                        "number", String.valueOf(request.number()),
                        "outcome", outcome.name().toLowerCase(Locale.ROOT)));
        return true;
    }

    private void remind(SubjectRequest.Id id, LocalDate due, Instant now) {
        var reminder = reminder(id, due);
        var time = reminder.time();
        jobs.enqueueAt(reminder, time.isAfter(now) ? time : now);
    }

    private static RemindOfRequest reminder(SubjectRequest.Id id, LocalDate due) {
        return new RemindOfRequest(Tenancy.organization(), id, due);
    }
}
