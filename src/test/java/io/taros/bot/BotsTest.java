package io.taros.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@TarosTest
class BotsTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());
    private final Bots bots;

    BotsTest(Bots bots) {
        this.bots = bots;
    }

    @Test
    void keepsEverythingThatWasSet() {
        var look =
                new WidgetLook(
                        "Welcome",
                        List.of("Where is my parcel?", "Can I return it?"),
                        "#123456",
                        WidgetLook.LauncherPosition.LEFT,
                        WidgetLook.Theme.DARK,
                        Map.of("send", "Off it goes"));
        var settings =
                new BotSettings(
                        "Robin",
                        "Be brief.",
                        "da",
                        0.7,
                        Provider.MISTRAL,
                        "mistral-large-latest",
                        List.of("https://shop.example", "http://localhost:9000/"),
                        "https://shop.example/privacy",
                        look);

        var bot = Tenancy.callAs(acme, () -> bots.add(settings));

        assertThat(bot.widget()).isEqualTo(look);
        assertThat(bot.allowedOrigins())
                .containsExactly("https://shop.example", "http://localhost:9000");
        assertThat(Tenancy.callAs(acme, () -> bots.get(bot.id()))).isEqualTo(bot);
        assertThat(Tenancy.callAs(acme, bots::list)).containsExactly(bot);
    }

    @Test
    void isFoundByThePublicKeyThatNamesItsOrganization() {
        var bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin")));

        var key = PublicKey.parse(bot.publicKey().value()).orElseThrow();

        assertThat(key.organization()).isEqualTo(acme);
        assertThat(Tenancy.callAs(key.organization(), () -> bots.find(key))).contains(bot);
        assertThat(Tenancy.callAs(globex, () -> bots.find(key))).isEmpty();
        assertThat(PublicKey.parse("pk_nothing")).isEmpty();
        assertThat(PublicKey.parse("")).isEmpty();
    }

    @Test
    void isNotThereForAnotherOrganization() {
        var bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin")));

        Tenancy.runAs(
                globex,
                () -> {
                    assertThat(bots.find(bot.id())).isEmpty();
                    assertThat(bots.list()).isEmpty();
                    assertThatThrownBy(() -> bots.replace(bot.id(), BotSettings.named("Mine")))
                            .isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> bots.remove(bot.id())).isInstanceOf(NotFound.class);
                });
        assertThat(Tenancy.callAs(acme, () -> bots.get(bot.id()))).isEqualTo(bot);
    }

    @Test
    void keepsItsKeyWhenItsSettingsChange() {
        var bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin")));

        var changed =
                Tenancy.callAs(acme, () -> bots.replace(bot.id(), BotSettings.named("Robyn")));

        assertThat(changed.name()).isEqualTo("Robyn");
        assertThat(changed.publicKey()).isEqualTo(bot.publicKey());
        assertThat(changed.createdAt()).isEqualTo(bot.createdAt());
    }

    @Test
    void refusesWhatIsNoOrigin() {
        for (var wrong :
                List.of(
                        "shop.example",
                        "https://shop.example/path",
                        "javascript:alert(1)",
                        "*",
                        "",
                        "https://a b")) {
            assertThatThrownBy(() -> BotSettings.named("Robin").withAllowedOrigins(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(BadInput.class);
        }
        assertThat(BotSettings.origin("HTTPS://Shop.Example:443/"))
                .isEqualTo("https://shop.example");
    }
}
