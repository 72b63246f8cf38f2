package io.taros.account;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long what surrounds an account is kept; the account itself goes when it is closed. */
@Component
class AccountRows implements PassingRows {
    @Override
    public List<Rows> ofInstallation() {
        return List.of(
                new Rows("registrations", "registration", "expires_at", Duration.ZERO),
                new Rows("mail-links", "account_link", "expires_at", Duration.ZERO),
                // Long enough to take an address back, and to see afterwards what happened.
                new Rows("address-changes", "address_change", "asked_at", Duration.ofDays(30)),
                new Rows("devices", "account_device", "last_seen", Devices.KEPT));
    }
}
