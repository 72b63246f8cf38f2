package io.taros.rights;

import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies of what is held about people: asked for, made by a job, fetched once. */
@Component
public class Exports {
    /** The run of the night after this removes it: seven days at most. */
    static final Duration KEPT = Duration.ofDays(6);

    private final ExportRows rows;
    private final SubjectRequests requests;
    private final RateLimits limits;
    private final Audit audit;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Exports(
            ExportRows rows,
            SubjectRequests requests,
            RateLimits limits,
            Audit audit,
            Jobs jobs,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.requests = requests;
        this.limits = limits;
        this.audit = audit;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Optional<SubjectExport> find(SubjectRequest.Id request) {
        return rows.find(request);
    }

    public SubjectExport ask(SubjectRequest.Id request) {
        requests.sought(request);
        limits.take(Limit.EXPORT, Tenancy.organization().toString());
        var id = new SubjectExport.Id(ids.next());
        var now = clock.instant();
        transactions.executeWithoutResult(status -> {
            rows.add(id, request, now, now.plus(KEPT));
            jobs.enqueue(new MakeExport(Tenancy.organization(), id));
            audit.record(RightsAction.EXPORTED, request);
        });
        return rows.find(id).orElseThrow();
    }

    /**
     * Nobody else can fetch it from here on, and neither can whoever does it now, a second time.
     *
     * @throws NotFound if there is none
     * @throws Conflict if it is not ready, or was fetched
     */
    public SubjectExport take(SubjectRequest.Id request) {
        var export = rows.find(request).orElseThrow(NotFound::new);
        transactions.executeWithoutResult(status -> {
            if (!rows.take(export.id(), clock.instant())) {
                throw new Conflict("rights.input.export." + export.state(clock.instant()).name());
            }
            audit.record(
                    RightsAction.FETCHED, request, Map.of("bytes", String.valueOf(export.size())));
        });
        return export;
    }

    /** Of one that was taken; afterwards nothing of it is left. */
    public void write(SubjectExport taken, OutputStream out) throws IOException {
        try {
            var position = 0;
            for (var part = rows.part(taken.id(), position);
                    part.isPresent();
                    part = rows.part(taken.id(), position)) {
                out.write(part.get());
                position++;
            }
        } finally {
            rows.empty(taken.id());
        }
    }
}
