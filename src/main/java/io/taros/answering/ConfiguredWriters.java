package io.taros.answering;

import io.taros.answering.model.Models;
import io.taros.bot.Provider;
import io.taros.bot.Writers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The providers this installation has keys for. */
@Component
class ConfiguredWriters implements Writers {
    private final Models models;

    ConfiguredWriters(Models models) {
        this.models = models;
    }

    @Override
    public Optional<Writer> find(Provider provider, @Nullable String model) {
        return models.endpoint(provider, model)
                .map(endpoint ->
                        new Writer(
                                endpoint.provider(),
                                endpoint.model(),
                                endpoint.baseUrl().getHost()));
    }
}
