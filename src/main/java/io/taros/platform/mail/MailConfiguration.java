package io.taros.platform.mail;

import io.taros.platform.StartRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    @Bean
    Mails mails(MailSettings settings) {
        var from = settings.from();
        if (settings.host() != null && (from == null || !from.contains("@"))) {
            throw new StartRefused(
                    "taros.mail.host is set, so taros.mail.from must be the e-mail address that mail is sent from.");
        }
        return new Mails(settings);
    }
}
