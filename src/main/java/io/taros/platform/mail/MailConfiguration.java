package io.taros.platform.mail;

import io.taros.platform.StartRefused;
import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.Purpose;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({MailSettings.class, MailboxSettings.class})
class MailConfiguration {
    @Bean
    Destinations mailDestinations(MailSettings settings) {
        return () ->
                settings.host() == null
                        ? List.of()
                        : List.of(
                                new Destinations.Destination(Purpose.MAIL, settings.host(), null));
    }

    @Bean
    Destinations mailboxDestinations(MailboxSettings settings) {
        return () ->
                settings.host() == null
                        ? List.of()
                        : List.of(
                                new Destinations.Destination(
                                        Purpose.MAILBOX, settings.host(), null));
    }

    @Bean
    Mailbox mailbox(MailboxSettings settings, Egress egress) {
        return new Mailbox(settings, egress);
    }

    @Bean
    Mails mails(MailSettings settings, Egress egress) {
        var from = settings.from();
        if (settings.host() != null && (from == null || !from.contains("@"))) {
            throw new StartRefused(
                    "taros.mail.host is set, so taros.mail.from must be the e-mail address that mail is sent from.");
        }
        return new Mails(settings, egress);
    }
}
