package io.taros.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ReplyAddressesTest {
    private static final OrganizationId ACME = new OrganizationId(UUID.randomUUID());

    private final ReplyAddresses addresses = addresses("reply@acme.example");

    private static ReplyAddresses addresses(String address) {
        return new ReplyAddresses(settings(address, "a secret of twenty letters"));
    }

    private static InboundSettings settings(String address, String secret) {
        return new InboundSettings(address, secret, DataSize.ofMegabytes(10));
    }

    private String of(ReplySecret secret) {
        return Tenancy.callAs(ACME, () -> addresses.of(secret).orElseThrow());
    }

    @Test
    void leadBackToOrganizationAndSecret() {
        for (var round = 0; round < 200; round++) {
            var secret = ReplySecret.fresh();
            var address = of(secret);

            assertThat(address).matches("reply\\+[0-9a-v]{52}@acme\\.example");
            assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
            assertThat(addresses.find(address)).contains(new ReplyAddresses.Reply(ACME, secret));
        }
    }

    @Test
    void surviveLeadingZerosAndCapitals() {
        var secret = new ReplySecret("00000000000000000000000000000001");
        var none = new OrganizationId(new UUID(0, 0));
        var address = Tenancy.callAs(none, () -> addresses.of(secret).orElseThrow());

        assertThat(addresses.find(address.toUpperCase(Locale.ROOT)))
                .contains(new ReplyAddresses.Reply(none, secret));
    }

    @Test
    void areNoneOfAnotherForm() {
        var address = of(ReplySecret.fresh());

        assertThat(addresses.find(address.replace("acme", "evil"))).isEmpty();
        assertThat(addresses.find(address.replace("reply+", "other+"))).isEmpty();
        assertThat(addresses.find("reply@acme.example")).isEmpty();
        assertThat(addresses.find("reply+@acme.example")).isEmpty();
        assertThat(addresses.find("reply+" + "v".repeat(52) + "@acme.example")).isEmpty();
        assertThat(addresses.find("reply+" + "w".repeat(52) + "@acme.example")).isEmpty();
    }

    @Test
    void areThereOnlyWhereAnswersAreRead() {
        var none = new ReplyAddresses(settings(" ", null));

        assertThat(none.isOn()).isFalse();
        assertThat(none.of(ReplySecret.fresh())).isEmpty();
        assertThat(none.find(of(ReplySecret.fresh()))).isEmpty();
    }

    @Test
    void refuseSettingsThatCannotWork() {
        assertThatThrownBy(() -> settings("answers-to-us@acme.example", null))
                .hasMessageContaining("11 characters");
        assertThatThrownBy(() -> settings("Reply <reply@acme.example>", null))
                .hasMessageContaining("taros.mail.inbound.address");
        assertThatThrownBy(() -> settings("reply@acme.example", "short"))
                .hasMessageContaining("taros.mail.inbound.secret");
    }
}
