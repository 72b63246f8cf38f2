package io.taros.partner;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy.Hand;
import io.taros.platform.web.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code partner}: certifies an organization, or takes that back. */
@Component
class PartnerCommand implements Command {
    private static final int NOT_AS_ASKED = 2;

    private final Certification certification;

    PartnerCommand(Certification certification) {
        this.certification = certification;
    }

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public int run(Options options) {
        var organization = options.find("organization").flatMap(PartnerCommand::id);
        if (organization.isEmpty()) {
            return notAsAsked("Name the organization by its id: --organization ID.");
        }
        try {
            if (options.has("revoke")) {
                certification.revoke(organization.get(), Hand.OPERATOR, null);
                System.out.println("The organization is no partner any more.");
            } else {
                certification.give(organization.get(), Hand.OPERATOR, null);
                System.out.println("The organization is a partner.");
            }
            return 0;
        } catch (NotFound _) {
            return notAsAsked("There is no organization with that id in this data directory.");
        }
    }

    private static Optional<OrganizationId> id(String text) {
        try {
            return Optional.of(OrganizationId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int notAsAsked(String sentence) {
        System.err.println(sentence);
        return NOT_AS_ASKED;
    }
}
