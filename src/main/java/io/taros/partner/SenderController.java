package io.taros.partner;

import io.taros.account.LinkPages;
import io.taros.organization.Organizations;
import io.taros.partner.web.SenderPage;
import io.taros.platform.crypto.Secret;
import io.taros.platform.security.Open;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the link of a mail leads by which a mailbox lets itself be used. Opening it changes
 * nothing: there are programs that open every link of a mail.
 */
@Controller
@RequestMapping("/sender/{token}")
class SenderController {
    private static final String WHY = "guarded by the secret in the link";
    private static final Pattern TOKEN =
            Pattern.compile("([0-9a-f-]{36})_([\\w-]{" + Secret.LENGTH + "})");

    private record Link(OrganizationId partner, String secret) {}

    private final PartnerSenders senders;
    private final Organizations organizations;
    private final LinkPages links;

    SenderController(PartnerSenders senders, Organizations organizations, LinkPages links) {
        this.senders = senders;
        this.organizations = organizations;
        this.links = links;
    }

    static String path(OrganizationId partner, String secret) {
        return "/sender/" + partner + "_" + secret;
    }

    @GetMapping
    @Open(WHY)
    SenderPage page(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        links.guard(request, response);
        return link(token)
                .flatMap(link -> Tenancy.callAs(link.partner(), () -> question(link)))
                .orElse(SenderPage.GONE);
    }

    @PostMapping
    @Open(WHY)
    SenderPage prove(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        links.guard(request, response);
        return link(token)
                .filter(link -> Tenancy.callAs(link.partner(), () -> senders.prove(link.secret())))
                .map(_ -> SenderPage.DONE)
                .orElse(SenderPage.GONE);
    }

    private Optional<SenderPage> question(Link link) {
        return senders.find(link.secret())
                .map(sender ->
                        new SenderPage(
                                SenderPage.State.ASKED,
                                path(link.partner(), link.secret()),
                                organizations.get().name(),
                                String.valueOf(sender.email())));
    }

    private static Optional<Link> link(String text) {
        var token = TOKEN.matcher(text);
        if (!token.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Link(new OrganizationId(UUID.fromString(token.group(1))), token.group(2)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
