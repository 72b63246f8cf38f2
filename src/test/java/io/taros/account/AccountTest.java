package io.taros.account;

import io.taros.testing.DnsServer;
import io.taros.testing.Mailbox;
import io.taros.testing.TarosTest;
import io.taros.testing.TestInstallation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** An installation where anybody may register, with a mailbox; one for all tests of accounts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TarosTest
@ContextConfiguration(initializers = AccountTest.OpenToAll.class)
public @interface AccountTest {
    Mailbox MAIL = new Mailbox();
    String HANDOVER = "five-quick-terns-on-the-pier";
    DnsServer DNS = new DnsServer();

    /** Settings of such an installation. */
    class OpenToAll implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestInstallation().initialize(context);
            MAIL.start();
            TestPropertyValues.of(
                            "taros.base-url=" + Mailbox.BASE,
                            "taros.mail.host=127.0.0.1",
                            "taros.mail.port=" + MAIL.port(),
                            "taros.mail.from=Taros <taros@fjord.example>",
                            "taros.mail.inbound.address=" + Mailbox.REPLIES,
                            "taros.mail.inbound.secret=" + HANDOVER,
                            "taros.mail.inbound.imap.host=127.0.0.1",
                            "taros.mail.inbound.imap.port=" + MAIL.imapPort(),
                            "taros.mail.inbound.imap.username=" + Mailbox.REPLIES_USER,
                            "taros.mail.inbound.imap.password=" + Mailbox.REPLIES_PASSWORD,
                            "taros.mail.inbound.imap.tls=off",
                            "taros.mail.inbound.imap.every=1d",
                            "taros.dns.server=" + DNS.address(),
                            "taros.accounts.registration=open",
                            "taros.accounts.terms=https://fjord.example/terms",
                            "taros.accounts.privacy=https://fjord.example/privacy",
                            "taros.accounts.texts-version=2026-11")
                    .applyTo(context);
        }
    }
}
