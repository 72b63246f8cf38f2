package io.taros.answering.model;

import io.taros.bot.Provider;
import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Purpose;
import io.taros.platform.models.ModelSettings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every model that somebody set up, whether a bot uses it or not. */
@Component
class ModelDestinations implements Destinations {
    private final ModelSettings settings;

    ModelDestinations(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Destination> list() {
        return Endpoint.inOrder(Provider.AUTOMATIC, null, settings).stream()
                .flatMap(endpoint ->
                        Stream.of(Purpose.ANSWER, Purpose.REWRITE, Purpose.SUMMARY)
                                .map(purpose ->
                                        new Destination(
                                                purpose,
                                                endpoint.baseUrl().getHost(),
                                                endpoint.model())))
                .toList();
    }
}
