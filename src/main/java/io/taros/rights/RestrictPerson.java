package io.taros.rights;

import io.taros.conversation.FindPerson;
import io.taros.conversation.Restrictions;
import io.taros.platform.audit.Audit;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what was said with somebody, and does nothing else with it, until that is lifted. */
@Component
public class RestrictPerson {
    private final SubjectRequests requests;
    private final RequestRows rows;
    private final FindPerson people;
    private final Restrictions restrictions;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    RestrictPerson(
            SubjectRequests requests,
            RequestRows rows,
            FindPerson people,
            Restrictions restrictions,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.requests = requests;
        this.rows = rows;
        this.people = people;
        this.restrictions = restrictions;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Whatever is found of the person now; again for what came since. */
    public void restrict(SubjectRequest.Id id) {
        var request = requests.get(id);
        if (!request.kind().mayRestrict()) {
            throw new NotFound();
        }
        if (request.isErasing()) {
            throw new Conflict("rights.input.erasing");
        }
        var threads = people.find(requests.sought(id)).threads();
        if (threads.isEmpty()) {
            throw new BadInput("restrict", "rights.input.restrict-nobody");
        }
        transactions.executeWithoutResult(status -> {
            restrictions.add(id.value(), threads);
            rows.restrict(id, clock.instant());
            audit.record(
                    RightsAction.RESTRICTED,
                    id,
                    Map.of(
                            "number", String.valueOf(request.number()),
                            "conversations", String.valueOf(threads.size())));
        });
    }

    /**
     * @param told on which day the person was told that it would be lifted: the law asks for that
     *     before (Art. 18(3))
     */
    public void lift(SubjectRequest.Id id, @Nullable LocalDate told) {
        var request = requests.get(id);
        if (request.restrictedSince() == null) {
            throw new NotFound();
        }
        var since = LocalDate.ofInstant(request.restrictedSince(), ZoneOffset.UTC);
        // Somewhere it is tomorrow already.
        var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        if (told == null || told.isBefore(since) || told.isAfter(latest)) {
            throw new BadInput("told", "rights.input.told");
        }
        transactions.executeWithoutResult(status -> {
            restrictions.lift(id.value());
            rows.restrict(id, null);
            audit.record(
                    RightsAction.RESTRICTION_LIFTED,
                    id,
                    Map.of(
                            "number", String.valueOf(request.number()),
                            "told", told.toString()));
        });
    }

    public int count(SubjectRequest.Id id) {
        return restrictions.count(id.value());
    }
}
