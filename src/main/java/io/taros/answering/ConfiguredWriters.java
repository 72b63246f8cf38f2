package io.taros.answering;

import io.taros.answering.model.Models;
import io.taros.bot.Provider;
import io.taros.bot.Recipients;
import io.taros.bot.Writers;
import io.taros.search.Embedder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The providers this installation has keys for. */
@Component
class ConfiguredWriters implements Writers {
    private final Models models;
    private final Embedder embedder;

    ConfiguredWriters(Models models, Embedder embedder) {
        this.models = models;
        this.embedder = embedder;
    }

    @Override
    public Optional<Writer> find(Provider provider, @Nullable String model) {
        return models.choose(provider, model)
                .endpoint()
                .map(endpoint ->
                        new Writer(
                                endpoint.provider(),
                                endpoint.model(),
                                endpoint.baseUrl().getHost()));
    }

    @Override
    public Recipients recipients(Provider provider, @Nullable String model) {
        var choice = models.choose(provider, model);
        return new Recipients(
                choice.endpoint().map(writer -> writer.baseUrl().getHost()).orElse(null),
                embedder.isAllowed() ? embedder.host().orElse(null) : null,
                choice.refused().stream()
                        .findFirst()
                        .filter(_ -> choice.endpoint().isEmpty())
                        .map(refused ->
                                new Recipients.Kept(
                                        refused.endpoint().baseUrl().getHost(), refused.why()))
                        .orElse(null));
    }
}
