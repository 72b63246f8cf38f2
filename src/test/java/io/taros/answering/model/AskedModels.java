package io.taros.answering.model;

import io.taros.bot.Provider;
import io.taros.platform.egress.Purpose;
import io.taros.platform.models.ModelSettings;

/** Asks a model where no answer is the point. */
public final class AskedModels {
    private AskedModels() {}

    public static Endpoint endpoint(Provider provider, ModelSettings settings) {
        return Endpoint.of(provider, null, settings).orElseThrow();
    }

    public static Models.Written write(
            Models models, Endpoint endpoint, Purpose purpose, String words) {
        return models.write(
                endpoint,
                purpose,
                new Prompt("the rules", words),
                new ModelListener() {
                    @Override
                    public boolean text(String piece) {
                        return true;
                    }

                    @Override
                    public boolean startOver() {
                        return true;
                    }
                });
    }
}
