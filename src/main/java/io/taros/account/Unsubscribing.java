package io.taros.account;

import io.taros.platform.TarosSettings;
import io.taros.platform.crypto.InstallationSeal;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Links that end a kind of mail for whoever got it. What they say is sealed with the installation's
 * key and kept nowhere: they work as long as the mail lies in its mailbox, for its reader and that
 * list alone. Another master key leaves them alone, but for those that were mailed before there was
 * a key of the installation's own: the master key sealed them itself.
 */
@Component
public class Unsubscribing {
    static final String PATH = "/unsubscribe/";
    private static final String SEAL = "unsubscribe";
    private static final String NO_ORGANIZATION = "-";

    private final InstallationSeal seal;
    private final TarosSettings installation;
    private final List<MailingList> lists;

    Unsubscribing(InstallationSeal seal, TarosSettings installation, List<MailingList> lists) {
        this.seal = seal;
        this.installation = installation;
        this.lists = List.copyOf(lists);
    }

    /** For one reader of a mail about the bound organization, or about none. */
    public String link(MailingList list, Account.Id reader) {
        var organization = Tenancy.find().map(OrganizationId::toString).orElse(NO_ORGANIZATION);
        var said = String.join(" ", list.name(), reader.toString(), organization);
        var sealed = seal.seal(said.getBytes(StandardCharsets.UTF_8), SEAL);
        return installation.link(
                PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    boolean isLink(String token) {
        return !open(token).isEmpty();
    }

    /** Whether it was one of our links. */
    boolean leave(String token) {
        var said = open(token);
        if (said.isEmpty()) {
            return false;
        }
        var reader = new Account.Id(UUID.fromString(said.get(1)));
        var organization =
                said.get(2).equals(NO_ORGANIZATION) ? null : OrganizationId.of(said.get(2));
        return Tenancy.callAs(
                organization,
                null,
                () -> {
                    lists.stream()
                            .filter(list -> list.name().equals(said.getFirst()))
                            .forEach(list -> list.leave(reader));
                    return true;
                });
    }

    private List<String> open(String token) {
        try {
            var sealed = Base64.getUrlDecoder().decode(token);
            return List.of(new String(seal.open(sealed, SEAL), StandardCharsets.UTF_8).split(" "));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return List.of();
        }
    }
}
