package io.taros.answering.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Provider;
import io.taros.platform.models.ModelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelSettingsTest {
    private static ModelSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("taros.models", ModelSettings.class);
    }

    @Test
    void asksNobodyWithoutAKey() {
        var settings = bind(Map.of());

        for (var provider : Provider.values()) {
            assertThat(Endpoint.of(provider, null, settings)).isEmpty();
        }
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.totalTimeout()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void knowsEveryProviderByItsDocumentedNames() {
        var properties = new HashMap<String, String>();
        for (var name : new String[] {"openai", "anthropic", "mistral", "compatible"}) {
            properties.put("taros.models." + name + ".api-key", "key-" + name);
            properties.put("taros.models." + name + ".base-url", "https://" + name + ".example/v1");
            properties.put("taros.models." + name + ".model", name + "-model");
        }
        var settings = bind(properties);

        for (var provider :
                new Provider[] {
                    Provider.OPENAI, Provider.ANTHROPIC, Provider.MISTRAL, Provider.COMPATIBLE
                }) {
            var name = provider.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(Endpoint.of(provider, null, settings))
                    .contains(
                            new Endpoint(
                                    provider,
                                    URI.create("https://" + name + ".example/v1"),
                                    "key-" + name,
                                    name + "-model"));
            assertThat(Endpoint.of(provider, "other", settings).orElseThrow().model())
                    .isEqualTo("other");
        }
        assertThat(Endpoint.of(Provider.AUTOMATIC, null, settings).orElseThrow().provider())
                .isEqualTo(Provider.OPENAI);
        assertThat(Endpoint.of(Provider.NONE, null, settings)).isEmpty();
    }

    @Test
    void keepsTheKeyOutOfWhatIsPrinted() {
        var settings = bind(Map.of("taros.models.mistral.api-key", "top-secret"));

        assertThat(Endpoint.of(Provider.MISTRAL, null, settings).orElseThrow().toString())
                .doesNotContain("top-secret");
        assertThat(settings.toString()).doesNotContain("top-secret");
    }
}
