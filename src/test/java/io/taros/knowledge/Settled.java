package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.time.Duration;

/** A source that is read, or was given up, however long that takes. */
final class Settled {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Settled() {}

    static Source of(Sources sources, OrganizationId organization, Source.Id id) {
        eventually(
                PATIENCE,
                () -> assertThat(get(sources, organization, id).status().isFinal()).isTrue());
        return get(sources, organization, id);
    }

    private static Source get(Sources sources, OrganizationId organization, Source.Id id) {
        return Tenancy.callAs(organization, () -> sources.get(id));
    }
}
