package io.taros.partner;

import io.taros.organization.Caps;
import io.taros.organization.CurrentOrganization;
import io.taros.partner.web.ClientPage;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One client of a partner. Another partner's is not found. */
@Controller
@RequestMapping("/partner/clients/{id}")
class ClientController {
    /** How much a client has. What is not ticked is not sent. */
    record Form(
            @Nullable String seats,
            @Nullable String bots,
            @Nullable String pages,
            @Nullable String api,
            @Nullable String maker) {
        Caps caps() {
            return new Caps(
                    number("seats", seats, Caps.MOST),
                    number("bots", bots, Caps.MOST),
                    number("pages", pages, Caps.MOST_PAGES),
                    is(api),
                    is(maker));
        }

        ClientPage.Draft draft() {
            return new ClientPage.Draft(
                    "",
                    Objects.requireNonNullElse(seats, ""),
                    Objects.requireNonNullElse(bots, ""),
                    Objects.requireNonNullElse(pages, ""),
                    is(api),
                    is(maker));
        }

        private static boolean is(@Nullable String ticked) {
            return "true".equals(ticked);
        }

        /** Nothing is any number. */
        private static @Nullable Integer number(String field, @Nullable String text, int most) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException _) {
                throw new BadInput(field, "organization.input.cap", most);
            }
        }
    }

    private final Partners partners;
    private final Clients clients;
    private final PartnerPages pages;
    private final Stewardship stewardship;
    private final CurrentOrganization current;

    ClientController(
            Partners partners,
            Clients clients,
            PartnerPages pages,
            Stewardship stewardship,
            CurrentOrganization current) {
        this.partners = partners;
        this.clients = clients;
        this.pages = pages;
        this.stewardship = stewardship;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.PARTNER_MANAGE)
    ClientPage page(@PathVariable UUID id) {
        return pages.client(client(id));
    }

    /** Answers with the page itself where there is a link to show: it must not travel. */
    @PostMapping("/owner")
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View inviteOwner(@PathVariable UUID id, @RequestParam(defaultValue = "") String email) {
        var client = client(id);
        var present = pages.draft(client);
        try {
            var link = stewardship.inviteOwner(client.organizationId(), email);
            return link.isEmpty()
                    ? here(id)
                    : pages.client(client, present, link.get(), FormErrors.NONE);
        } catch (BadInput refused) {
            return pages.client(client, present.withEmail(email), null, FormErrors.of(refused));
        } catch (Conflict refused) {
            return pages.client(client, present, null, FormErrors.of(refused.in("form")));
        }
    }

    @PostMapping("/caps")
    @Requires(Permission.PARTNER_MANAGE)
    View limit(@PathVariable UUID id, Form form) {
        var client = client(id);
        try {
            stewardship.limit(client.organizationId(), form.caps());
            return here(id);
        } catch (BadInput refused) {
            return pages.client(client, form.draft(), null, FormErrors.of(refused));
        }
    }

    @PostMapping("/suspension")
    @Requires(Permission.PARTNER_MANAGE)
    View suspend(@PathVariable UUID id) {
        return done(id, stewardship::suspend, "/partner/clients/" + id);
    }

    @PostMapping("/resumption")
    @Requires(Permission.PARTNER_MANAGE)
    View resume(@PathVariable UUID id) {
        return done(id, stewardship::resume, "/partner/clients/" + id);
    }

    /** Ends managing it: it is its owner's alone. */
    @PostMapping("/handover")
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View handOver(@PathVariable UUID id) {
        return done(id, stewardship::handOver, "/partner");
    }

    /** The caller's pages are about the client from now on, in this browser. */
    @PostMapping("/entry")
    @Requires(Permission.PARTNER_MANAGE)
    View enter(@PathVariable UUID id, HttpServletRequest request) {
        var home = Tenancy.organization();
        return done(
                id,
                client -> {
                    stewardship.enter(client);
                    current.visit(request, client, home);
                },
                "/home");
    }

    private View done(UUID id, Consumer<OrganizationId> deed, String then) {
        var client = client(id);
        try {
            deed.accept(client.organizationId());
            return new Redirect(then);
        } catch (Conflict refused) {
            var errors = FormErrors.of(refused.in("form"));
            return pages.client(client, pages.draft(client), null, errors);
        }
    }

    private Client client(UUID id) {
        if (partners.find().isEmpty()) {
            throw new NotFound();
        }
        return clients.get(new OrganizationId(id));
    }

    private static Redirect here(UUID id) {
        return new Redirect("/partner/clients/" + id);
    }
}
