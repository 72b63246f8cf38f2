package io.taros.notification;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.organization.Tenants;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who look after channels hear of one where nothing arrives, and nobody else does. */
@AccountTest
class SilenceTest {
    private final Tenants tenants;
    private final Channels channels;
    private final ChannelHealth health;
    private final MovedClock clock;

    SilenceTest(Tenants tenants, Channels channels, ChannelHealth health, MovedClock clock) {
        this.tenants = tenants;
        this.channels = channels;
        this.health = health;
        this.clock = clock;
    }

    @BeforeEach
    void emptyMailbox() {
        MAIL.empty();
    }

    @Test
    void isToldByMailAfterADayOfNothingButFailures() {
        var acme = tenants.open("Acme");
        var looksAfter = tenants.member(acme.organization(), Permission.WEBHOOK_MANAGE);
        var agent = tenants.member(acme.organization(), Role.AGENT);
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var id = added(acme);
                    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                    clock.putTo(now.minus(ChannelHealth.GIVEN).plusSeconds(60));
                    assertThat(health.failed(id)).isFalse();
                    clock.putTo(now);
                    assertThat(health.failed(id)).isFalse();
                    health.arrived(id);
                    assertThat(channels.get(id).failingSince()).isNull();

                    var hours = ChannelHealth.GIVEN.toHours();
                    for (var hour = hours; hour > 0; hour -= 2) {
                        clock.putTo(now.minus(Duration.ofHours(hour)));
                        assertThat(health.failed(id)).isFalse();
                    }
                    clock.putTo(now);
                    assertThat(health.failed(id)).isTrue();
                    assertThat(channels.get(id).isOff()).isTrue();
                });

        var letter = MAIL.get(looksAfter, "Warehouse was switched off");
        assertThat(letter.text()).contains("Acme", "for a day");
        assertThat(letter.link()).startsWith("/settings/notifications/");
        MAIL.get(acme.email(), "Warehouse was switched off");
        assertThat(MAIL.all(agent)).isEmpty();
    }

    @Test
    void twoFailuresADayApartAreNoSilence() {
        var acme = tenants.open("Acme");
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var id = added(acme);
                    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                    clock.putTo(now.minus(ChannelHealth.GIVEN));
                    health.failed(id);
                    clock.putTo(now);

                    assertThat(health.failed(id)).isFalse();
                    assertThat(channels.get(id).isOff()).isFalse();
                });
    }

    private Channel.Id added(Tenants.Tenant tenant) {
        var owner = Caller.member(tenant.organization(), tenant.owner().value(), Set.of());
        var settings = ChannelSettings.of("Warehouse", "http://127.0.0.1:1/");
        return channels.add(Channel.Kind.WEBHOOK, settings, owner).id();
    }
}
