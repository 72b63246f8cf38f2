package io.taros.rights;

import io.taros.conversation.Conversation;
import io.taros.conversation.FindPerson;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.conversation.Sought;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.Holds;
import io.taros.platform.rights.Person;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done for the person of an open request. */
@Component
public class RequestDesk {
    /**
     * @param held how many of the conversations are held
     * @param heldUntil absent where nothing is: neither one of them nor everything
     * @param perhaps users of the website who may be the same person
     */
    public record Found(
            Person person,
            List<PersonHoldings.Of> holdings,
            List<Lead> contacts,
            int held,
            @Nullable Instant heldUntil,
            List<Sought> perhaps) {
        public Found {
            holdings = List.copyOf(holdings);
            contacts = List.copyOf(contacts);
            perhaps = List.copyOf(perhaps);
        }

        /** They may be named where nothing was said with them. */
        public boolean isNothing() {
            return person.isNobody() && holdings.stream().allMatch(kind -> kind.count() == 0);
        }
    }

    private final SubjectRequests requests;
    private final RequestRows rows;
    private final FindPerson people;
    private final PersonHoldings holdings;
    private final Leads leads;
    private final Holds holds;
    private final Audit audit;
    private final Jobs jobs;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    RequestDesk(
            SubjectRequests requests,
            RequestRows rows,
            FindPerson people,
            PersonHoldings holdings,
            Leads leads,
            Holds holds,
            Audit audit,
            Jobs jobs,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.requests = requests;
        this.rows = rows;
        this.people = people;
        this.holdings = holdings;
        this.leads = leads;
        this.holds = holds;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Found find(SubjectRequest.Id id) {
        var request = requests.sought(id);
        var person = people.find(request);
        var held = holds.until(person.threads()).values();
        var latest = Stream.concat(held.stream(), holds.allUntil().stream());
        return new Found(
                person,
                holdings.of(person),
                contacts(person),
                held.size(),
                latest.max(Comparator.naturalOrder()).orElse(null),
                request.by() == Sought.By.IDENTITY ? List.of() : people.perhaps(person));
    }

    /**
     * What they wrote and agreed to stays as it was.
     *
     * @throws Conflict while it is held: what a claim needs is what was there
     */
    public void correct(SubjectRequest.Id id, Lead.Id lead, Lead.Contact contact) {
        var request = get(id);
        var thread =
                people.find(requests.sought(id)).threads().stream()
                        .filter(one -> has(one, lead))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (holds.until(thread).isPresent()) {
            throw new Conflict("rights.input.held");
        }
        transactions.executeWithoutResult(status -> {
            leads.correct(lead, contact);
            audit.record(
                    RightsAction.CORRECTED,
                    lead,
                    Map.of("number", String.valueOf(request.number())));
        });
    }

    /**
     * @param typed by what the person was looked for, as somebody typed it once more
     */
    public void erase(SubjectRequest.Id id, String typed) {
        var request = get(id);
        if (!requests.sought(id).value().equals(typed.strip())) {
            throw new BadInput("confirm", "rights.input.confirm");
        }
        transactions.executeWithoutResult(status -> {
            if (!rows.beginErasing(id, clock.instant())) {
                throw new Conflict("rights.input.erasing");
            }
            jobs.enqueue(new EraseSubject(Tenancy.organization(), id));
            audit.record(
                    RightsAction.ERASURE_BEGUN,
                    id,
                    Map.of("number", String.valueOf(request.number())));
        });
    }

    private SubjectRequest get(SubjectRequest.Id id) {
        var request = requests.get(id);
        if (request.isErasing()) {
            throw new Conflict("rights.input.erasing");
        }
        return request;
    }

    private boolean has(UUID thread, Lead.Id lead) {
        return leads.list(new Conversation.Id(thread)).stream()
                .anyMatch(known -> known.id().equals(lead));
    }

    private List<Lead> contacts(Person person) {
        return person.threads().stream()
                .flatMap(thread -> leads.list(new Conversation.Id(thread)).stream())
                .toList();
    }
}
