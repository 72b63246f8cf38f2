package io.taros.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final URI MICROSOFT = URI.create("https://login.microsoftonline.com/t/v2.0");
    private static final URI OTHER = URI.create("https://login.acme.example");

    @Test
    void takesMicrosoftsSilenceForDoubtAndNobodyElses() {
        assertThat(isDoubted(OTHER, Map.of())).isFalse();
        assertThat(isDoubted(OTHER, Map.of("email_verified", false))).isTrue();
        assertThat(isDoubted(MICROSOFT, Map.of())).isTrue();
        assertThat(isDoubted(MICROSOFT, Map.of("email_verified", true))).isTrue();
        assertThat(isDoubted(MICROSOFT, Map.of("xms_edov", false))).isTrue();
        assertThat(isDoubted(MICROSOFT, Map.of("xms_edov", true))).isFalse();
        assertThat(isDoubted(MICROSOFT, Map.of("xms_edov", "1"))).isFalse();
    }

    private static boolean isDoubted(URI issuer, Map<String, Object> claims) {
        return Proofs.isEmailDoubted(issuer, () -> claims);
    }
}
