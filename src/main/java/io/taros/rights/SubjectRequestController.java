package io.taros.rights;

import static io.taros.rights.SubjectRequestsController.HERE;

import io.taros.conversation.Lead;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.rights.web.SubjectRequestPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings: one data subject request, from what is held to what was done. */
@Controller
@RequestMapping(HERE + "/{id}")
class SubjectRequestController {
    private final SubjectRequests requests;
    private final RequestDesk desk;
    private final RestrictPerson restricting;
    private final Exports exports;
    private final InstantSource clock;

    SubjectRequestController(
            SubjectRequests requests,
            RequestDesk desk,
            RestrictPerson restricting,
            Exports exports,
            InstantSource clock) {
        this.requests = requests;
        this.desk = desk;
        this.restricting = restricting;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    SubjectRequestPage page(@PathVariable UUID id, Caller caller) {
        return page(id, caller, FormErrors.NONE, "");
    }

    @PostMapping("/export")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @StepUp
    View export(@PathVariable UUID id) {
        exports.ask(idOf(id));
        return here(id);
    }

    @PostMapping("/export/file")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @StepUp
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var request = requests.get(idOf(id));
        var taken = exports.take(request.id());
        ZipDownload.begin(response, "data-subject-request-%d.zip".formatted(request.number()));
        exports.write(taken, response.getOutputStream());
    }

    @PostMapping("/contacts/{lead}")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    View correct(@PathVariable UUID id, @PathVariable UUID lead, ContactForm form, Caller caller) {
        try {
            desk.correct(idOf(id), new Lead.Id(lead), form.contact());
            return here(id);
        } catch (BadInput refused) {
            return page(id, caller, FormErrors.of(refused), lead.toString());
        }
    }

    @PostMapping("/restriction")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    View restrict(@PathVariable UUID id, Caller caller) {
        try {
            restricting.restrict(idOf(id));
            return here(id);
        } catch (BadInput refused) {
            return page(id, caller, FormErrors.of(refused), "restriction");
        }
    }

    @PostMapping("/restriction/end")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    View lift(@PathVariable UUID id, @RequestParam(defaultValue = "") String told, Caller caller) {
        try {
            restricting.lift(idOf(id), day(told));
            return here(id);
        } catch (BadInput refused) {
            return page(id, caller, FormErrors.of(refused), "restriction");
        }
    }

    @PostMapping("/erasure")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @StepUp
    View erase(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String confirm, Caller caller) {
        try {
            desk.erase(idOf(id), confirm);
            return here(id);
        } catch (BadInput refused) {
            return page(id, caller, FormErrors.of(refused), "erasure");
        }
    }

    @PostMapping("/extension")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    View extend(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Caller caller) {
        try {
            requests.extend(
                    idOf(id),
                    SubjectRequestsController.constant(
                            "reason", SubjectRequest.Extension.values(), reason));
            return here(id);
        } catch (BadInput refused) {
            return page(id, caller, FormErrors.of(refused), "extension");
        }
    }

    @PostMapping("/outcome")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    View close(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String outcome, Caller caller) {
        try {
            requests.close(
                    idOf(id),
                    SubjectRequestsController.constant(
                            "outcome", SubjectRequest.Outcome.values(), outcome),
                    caller.account());
            return here(id);
        } catch (BadInput refused) {
            return page(id, caller, FormErrors.of(refused), "outcome");
        }
    }

    private SubjectRequestPage page(UUID id, Caller caller, FormErrors errors, String refusedForm) {
        var request = requests.get(idOf(id));
        var now = clock.instant();
        return new SubjectRequestPage(
                request,
                request.isOpen() ? desk.find(request.id()) : null,
                exports.find(request.id()).orElse(null),
                restricting.count(request.id()),
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                caller.may(Permission.ORGANIZATION_OWN),
                errors,
                refusedForm);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static SubjectRequest.Id idOf(UUID id) {
        return new SubjectRequest.Id(id);
    }

    private static Redirect here(UUID id) {
        return new Redirect(HERE + "/" + id);
    }
}
