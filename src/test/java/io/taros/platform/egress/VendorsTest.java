package io.taros.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.StartRefused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** P-22: who is behind a server's name, where, and under which safeguard. */
class VendorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static Vendors with(Map<String, String> settings) {
        var all = new HashMap<String, String>();
        settings.forEach((name, value) -> all.put("taros.egress." + name, value));
        return new Vendors(
                new Binder(new MapConfigurationPropertySource(all))
                        .bindOrCreate("taros.egress", EgressSettings.class));
    }

    @ParameterizedTest
    @CsvSource({
        "api.openai.com,openai,OUTSIDE,CONTRACT_CLAUSES",
        "eu.api.openai.com,openai-eu,EU,NONE_NEEDED",
        "API.Anthropic.com.,anthropic,OUTSIDE,CONTRACT_CLAUSES",
        "api.mistral.ai,mistral,EU,NONE_NEEDED",
        "oauth2.googleapis.com,google,OUTSIDE,CONTRACT_CLAUSES",
        "api.pwnedpasswords.com,pwned-passwords,OUTSIDE,NO_PERSONAL_DATA",
        "127.0.0.1,own,HERE,NONE_NEEDED",
        "[::1],own,HERE,NONE_NEEDED",
        "10.2.3.4,own,HERE,NONE_NEEDED",
        "172.20.0.5,own,HERE,NONE_NEEDED",
        "ollama,own,HERE,NONE_NEEDED",
        "gpu.office.internal,own,HERE,NONE_NEEDED",
        "api.openai.com.evil.example,api.openai.com.evil.example,UNKNOWN,UNKNOWN",
        "notapi.openai.com,notapi.openai.com,UNKNOWN,UNKNOWN",
        "172.32.0.5,172.32.0.5,UNKNOWN,UNKNOWN",
        "10.evil.com,10.evil.com,UNKNOWN,UNKNOWN",
        "127.x.com,127.x.com,UNKNOWN,UNKNOWN",
        "192.168.1.evil.com,192.168.1.evil.com,UNKNOWN,UNKNOWN",
        "172.20.0.5.evil.com,172.20.0.5.evil.com,UNKNOWN,UNKNOWN",
        "100.64.0.evil.com,100.64.0.evil.com,UNKNOWN,UNKNOWN",
        "134744072,134744072,UNKNOWN,UNKNOWN",
        "0x8080808,0x8080808,UNKNOWN,UNKNOWN",
        "192.168.1.7,own,HERE,NONE_NEEDED",
        "100.64.0.9,own,HERE,NONE_NEEDED",
        "[fd00:1::7],own,HERE,NONE_NEEDED",
        "api.groq.com,api.groq.com,UNKNOWN,UNKNOWN"
    })
    void areToldByTheNameOfTheServer(String host, String id, Area area, Safeguard safeguard) {
        var vendor = Vendors.builtIn().at(host);

        assertThat(vendor.id()).isEqualTo(id);
        assertThat(vendor.area()).isEqualTo(area);
        assertThat(vendor.safeguard()).isEqualTo(safeguard);
    }

    @Test
    void areWhatTheOperatorSays() {
        var vendors =
                with(
                        Map.of(
                                "own-hosts[0]", "models.acme.example",
                                "vendors.acme.name", "Acme Inference ApS",
                                "vendors.acme.country", "DK",
                                "vendors.acme.area", "eu",
                                "vendors.acme.safeguard", "none-needed",
                                "vendors.acme.no-training", "true",
                                "vendors.acme.hosts[0]", "api.acme.example",
                                "vendors.acme.from", "2026-12-27",
                                "vendors.mistral.no-training", "false"));

        assertThat(vendors.at("gpu.models.acme.example").isOwn()).isTrue();
        var acme = vendors.at("api.acme.example");
        assertThat(acme.name()).isEqualTo("Acme Inference ApS");
        assertThat(EgressPolicy.USUAL.refusal(acme, TODAY)).contains(Refusal.NOT_YET);
        assertThat(EgressPolicy.USUAL.refusal(acme, TODAY.plusDays(30))).isEmpty();
        var mistral = vendors.at("api.mistral.ai");
        assertThat(mistral.name()).isEqualTo("Mistral AI SAS");
        assertThat(EgressPolicy.USUAL.refusal(mistral, TODAY)).contains(Refusal.MAY_TRAIN);
    }

    @Test
    void areRefusedByTheFirstRuleThatForbidsThem() {
        var vendors = Vendors.builtIn();
        var openAi = vendors.at("api.openai.com");
        var mistral = vendors.at("api.mistral.ai");
        var stranger = vendors.at("api.groq.com");

        assertThat(EgressPolicy.USUAL.refusal(openAi, TODAY)).contains(Refusal.OUTSIDE_EU);
        assertThat(EgressPolicy.USUAL.refusal(stranger, TODAY)).contains(Refusal.UNKNOWN_AREA);
        assertThat(EgressPolicy.USUAL.refusal(mistral, TODAY)).isEmpty();
        var world = new EgressPolicy(false, true, null, true);
        assertThat(world.refusal(openAi, TODAY)).isEmpty();
        assertThat(world.refusal(stranger, TODAY)).contains(Refusal.MAY_TRAIN);
        var onlyMistral = new EgressPolicy(false, false, List.of("mistral"), true);
        assertThat(onlyMistral.refusal(openAi, TODAY)).contains(Refusal.NOT_CHOSEN);
        assertThat(onlyMistral.refusal(mistral, TODAY)).isEmpty();
        assertThat(onlyMistral.refusal(vendors.at("localhost"), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "Acme Inc"})
    void haveNamesOfTheirOwn(String id) {
        assertThatThrownBy(() ->
                        with(
                                Map.of(
                                        "vendors[" + id + "].country", "DK",
                                        "vendors[" + id + "].hosts[0]", "x.example")))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void stopTheStartWhereNobodySaysWhoseTheyAre() {
        assertThatThrownBy(() -> with(Map.of("vendors.acme.name", "Acme")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("taros.egress.vendors.acme");
    }
}
