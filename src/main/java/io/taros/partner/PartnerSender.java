package io.taros.partner;

import io.taros.account.NewAccount;
import io.taros.platform.web.BadInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In whose name mail goes to the clients of a partner.
 *
 * @param email where answers go
 * @param isFrom whether mail is sent from that address, too
 * @param provenAt when somebody who reads that mailbox said so; absent while nobody has, and the
 *     address is used for nothing
 */
public record PartnerSender(
        String name, @Nullable String email, boolean isFrom, @Nullable Instant provenAt) {
    public PartnerSender {
        name = PartnerBrand.name("senderName", name);
        email = email == null || email.isBlank() ? null : address(email);
    }

    boolean isWaiting() {
        return email != null && provenAt == null;
    }

    private static String address(String email) {
        try {
            return NewAccount.address(email);
        } catch (BadInput refused) {
            throw refused.in("senderEmail");
        }
    }
}
