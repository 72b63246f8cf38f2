package io.taros.rights;

import io.taros.conversation.FindPerson;
import io.taros.organization.Organizations;
import io.taros.platform.retention.Hold;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.rights.web.LegalHoldsPage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings: what must not be removed for a while, and why. */
@Controller
@RequestMapping(LegalHoldsController.HERE)
class LegalHoldsController {
    static final String HERE = "/settings/legal-holds";

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_YEARS = 5;
    private static final String ALL = "ALL";

    /**
     * As its form sends it.
     *
     * @param request whose person is meant; everything the organization has where it is "ALL"
     */
    record Form(@Nullable String request, @Nullable String reason, @Nullable String until) {}

    private final Holds holds;
    private final LiftHold lifting;
    private final SubjectRequests requests;
    private final FindPerson people;
    private final Organizations organizations;
    private final InstantSource clock;

    LegalHoldsController(
            Holds holds,
            LiftHold lifting,
            SubjectRequests requests,
            FindPerson people,
            Organizations organizations,
            InstantSource clock) {
        this.holds = holds;
        this.lifting = lifting;
        this.requests = requests;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * @param request whose person is meant to begin with
     */
    @GetMapping
    @Requires(Permission.ORGANIZATION_OWN)
    LegalHoldsPage page(@RequestParam(defaultValue = ALL) String request, Caller caller) {
        return page(new LegalHoldsPage.Draft(request, "", ""), caller, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View place(Form form, Caller caller) {
        try {
            place(form, caller.account());
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(
                    new LegalHoldsPage.Draft(
                            text(form.request()), text(form.reason()), text(form.until())),
                    caller,
                    FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/end")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View lift(@PathVariable UUID id, Caller caller) {
        lifting.lift(new Hold.Id(id), caller.account());
        return new Redirect(HERE);
    }

    private void place(Form form, @Nullable UUID by) {
        var reason = text(form.reason()).strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new BadInput(
                    "reason", "rights.input.hold-reason", SHORTEST_REASON, LONGEST_REASON);
        }
        var until = end(text(form.until()));
        if (text(form.request()).equals(ALL)) {
            holds.placeOnAll(reason, until, by);
            return;
        }
        var person = people.find(requests.sought(requestOf(text(form.request()))));
        if (person.isNobody()) {
            throw new BadInput("request", "rights.input.hold-nobody");
        }
        holds.placeOn(person.threads(), reason, until, by);
    }

    /** The end of that day, by the clock of the organization. */
    private Instant end(String until) {
        var now = clock.instant();
        var zone = organizations.get().timeZone();
        try {
            var end = LocalDate.parse(until.strip()).plusDays(1).atStartOfDay(zone).toInstant();
            if (end.isAfter(now)
                    && end.isBefore(now.atZone(zone).plusYears(LONGEST_YEARS).toInstant())) {
                return end;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new BadInput("until", "rights.input.hold-until", LONGEST_YEARS);
    }

    private static SubjectRequest.Id requestOf(String id) {
        try {
            return new SubjectRequest.Id(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            throw new BadInput("request", "rights.input.choice");
        }
    }

    private LegalHoldsPage page(LegalHoldsPage.Draft draft, Caller caller, FormErrors errors) {
        var all = holds.list();
        return new LegalHoldsPage(
                all,
                all.stream()
                        .filter(hold -> lifting.isForAnother(hold, caller.account()))
                        .map(Hold::id)
                        .collect(Collectors.toSet()),
                requests.list().stream().filter(SubjectRequest::isOpen).toList(),
                clock.instant(),
                draft,
                errors);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
