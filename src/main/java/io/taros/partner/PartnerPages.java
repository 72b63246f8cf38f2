package io.taros.partner;

import io.taros.organization.BotNames;
import io.taros.organization.Caps;
import io.taros.organization.Entitlements;
import io.taros.organization.InviteOwner;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.partner.web.ClientPage;
import io.taros.partner.web.PartnerPage;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a partner sees of its clients: from each by itself, and sums only. */
@Component
class PartnerPages {
    private final Partners partners;
    private final Clients clients;
    private final Organizations organizations;
    private final Members members;
    private final BotNames bots;
    private final Entitlements entitlements;
    private final Standing standing;
    private final InviteOwner owners;
    private final ClientFigures figures;
    private final Mails mails;

    PartnerPages(
            Partners partners,
            Clients clients,
            Organizations organizations,
            Members members,
            BotNames bots,
            Entitlements entitlements,
            Standing standing,
            InviteOwner owners,
            ClientFigures figures,
            Mails mails) {
        this.partners = partners;
        this.clients = clients;
        this.organizations = organizations;
        this.members = members;
        this.bots = bots;
        this.entitlements = entitlements;
        this.standing = standing;
        this.owners = owners;
        this.figures = figures;
        this.mails = mails;
    }

    PartnerPage list(String name, FormErrors errors) {
        if (partners.find().isEmpty()) {
            throw new NotFound();
        }
        return new PartnerPage(clients.list().stream().map(this::row).toList(), name, errors);
    }

    ClientPage client(Client client) {
        return client(client, draft(client), null, FormErrors.NONE);
    }

    ClientPage client(
            Client client, ClientPage.Draft draft, @Nullable String link, FormErrors errors) {
        return new ClientPage(
                row(client),
                Tenancy.callAs(client.organizationId(), owners::hasOwner),
                mails.isOn(),
                draft,
                link,
                errors);
    }

    /** The forms as they stand. */
    ClientPage.Draft draft(Client client) {
        var caps = Tenancy.callAs(client.organizationId(), entitlements::get);
        return new ClientPage.Draft(
                "",
                text(caps.seats()),
                text(caps.bots()),
                text(caps.pages()),
                caps.hasApi(),
                caps.namesMaker());
    }

    private static String text(@Nullable Integer most) {
        return most == null ? "" : String.valueOf(most);
    }

    private PartnerPage.Row row(Client client) {
        return Tenancy.callAs(
                client.organizationId(),
                () -> {
                    Caps caps = entitlements.get();
                    return new PartnerPage.Row(
                            client.organizationId().value(),
                            organizations.get().name(),
                            standing.isSuspended(),
                            client.refuses(),
                            members.list().size(),
                            caps.seats(),
                            bots.list().size(),
                            figures.get());
                });
    }
}
