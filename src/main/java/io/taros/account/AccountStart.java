package io.taros.account;

import io.taros.platform.mail.Mails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Refuses a start whose settings promise what they cannot keep. */
@Component
@EnableConfigurationProperties(AccountSettings.class)
class AccountStart {
    AccountStart(AccountSettings settings, Mails mails) {
        settings.check(mails.isOn());
    }
}
