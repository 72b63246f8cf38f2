package io.taros.account;

import io.taros.testing.DnsServer;
import io.taros.testing.TarosTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * An installation where anybody may register, also by Google, Microsoft and GitHub, with a name
 * server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TarosTest
@ContextConfiguration(initializers = ProvidersTest.WithProviders.class)
public @interface ProvidersTest {
    Providers PROVIDERS = new Providers();
    DnsServer DNS = new DnsServer();

    /** Settings of such an installation. */
    class WithProviders implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new AccountTest.OpenToAll().initialize(context);
            PROVIDERS.start();
            TestPropertyValues.of(
                            "taros.dns.server=" + DNS.address(),
                            "taros.dns.timeout=500ms",
                            "taros.sign-in.google.client-id=" + Providers.CLIENT,
                            "taros.sign-in.google.client-secret=" + Providers.SECRET,
                            "taros.sign-in.google.issuer=" + PROVIDERS.url() + "/google",
                            "taros.sign-in.microsoft.client-id=" + Providers.CLIENT,
                            "taros.sign-in.microsoft.client-secret=" + Providers.SECRET,
                            "taros.sign-in.microsoft.issuer=" + PROVIDERS.url() + "/microsoft",
                            "taros.sign-in.github.client-id=" + Providers.CLIENT,
                            "taros.sign-in.github.client-secret=" + Providers.SECRET,
                            "taros.sign-in.github.url=" + PROVIDERS.url(),
                            "taros.sign-in.github.api=" + PROVIDERS.url())
                    .applyTo(context);
        }
    }
}
