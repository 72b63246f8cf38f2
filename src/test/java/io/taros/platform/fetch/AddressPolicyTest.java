package io.taros.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.platform.fetch.AddressPolicy.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AddressPolicyTest {
    static final Path ATTACK = Path.of("..", "shared", "attack");

    private final AddressPolicy policy = new AddressPolicy(List.of());

    @TestFactory
    Stream<DynamicTest> judgesEveryAddressOfTheTableAsWritten() throws IOException {
        return ownVerdicts()
                .map(line ->
                        DynamicTest.dynamicTest(
                                line,
                                () -> {
                                    String[] words = line.split(" ");
                                    var verdict =
                                            Verdict.valueOf(words[0].toUpperCase(Locale.ROOT));

                                    assertThat(policy.judgeNumeric(words[1])).contains(verdict);
                                }));
    }

    @Test
    void agreesWithEveryVerdictOfTheSharedCorpus() throws IOException {
        assumeTrue(
                Files.exists(ATTACK.resolve("ssrf_address.jsonl")),
                "the shared attack corpus is not beside this checkout");

        for (String line : Files.readAllLines(ATTACK.resolve("ssrf_address.jsonl"))) {
            JsonNode row = JsonMapper.shared().readTree(line);
            String address = row.get("payload").stringValue();

            assertThat(policy.judgeNumeric(address))
                    .as(address)
                    .contains(expected(row.get("expect")));
        }
    }

    @Test
    void neverFailsOnFuzzedHostsAndAdmitsNoUnreadableOne() throws IOException {
        assumeTrue(
                Files.exists(ATTACK.resolve("ssrf_hostfuzz.jsonl")),
                "the shared attack corpus is not beside this checkout");

        for (String line : Files.readAllLines(ATTACK.resolve("ssrf_hostfuzz.jsonl"))) {
            String host = JsonMapper.shared().readTree(line).get("payload").stringValue();

            boolean admitted = policy.judgeNumeric(host).equals(Optional.of(Verdict.PUBLIC));
            boolean readable =
                    NumericHost.strict(host).or(() -> NumericHost.legacy(host)).isPresent();
            assertThat(admitted && !readable).as(host).isFalse();
            assertThat(WebAddress.parse("http://" + host + "/")).as(host).isNotNull();
        }
    }

    @Test
    void exceptsOnlyTheBlocksTheOperatorLists() throws IOException {
        var open = new AddressPolicy(List.of(Cidr.of("127.0.0.0/8"), Cidr.of("fd00::/8")));

        assertThat(open.judge(InetAddress.ofLiteral("127.9.9.9"))).isEqualTo(Verdict.EXCEPTED);
        assertThat(open.judge(InetAddress.ofLiteral("fd12::1"))).isEqualTo(Verdict.EXCEPTED);
        assertThat(open.judge(InetAddress.ofLiteral("10.0.0.1"))).isEqualTo(Verdict.REFUSED);
        assertThat(open.judge(InetAddress.ofLiteral("8.8.8.8"))).isEqualTo(Verdict.PUBLIC);
    }

    @Test
    void readsBlocksOfAnyWidth() {
        assertThat(Cidr.of("10.1.2.3/31").contains(InetAddress.ofLiteral("10.1.2.2"))).isTrue();
        assertThat(Cidr.of("10.1.2.3").contains(InetAddress.ofLiteral("10.1.2.2"))).isFalse();
        assertThat(Cidr.of("0.0.0.0/0").contains(InetAddress.ofLiteral("200.1.2.2"))).isTrue();
        assertThatThrownBy(() -> Cidr.of("10.0.0.0/33")).hasMessageContaining("10.0.0.0/33");
        assertThatThrownBy(() -> Cidr.of("ten/8")).hasMessageContaining("ten/8");
    }

    private static Verdict expected(JsonNode expect) {
        if (expect.has("policies")) {
            boolean blocked = expect.get("policies").get("default").stringValue().equals("blocked");
            return blocked ? Verdict.REFUSED : Verdict.PUBLIC;
        }
        boolean admitted = expect.has("blocked") && !expect.get("blocked").booleanValue();
        return admitted ? Verdict.PUBLIC : Verdict.REFUSED;
    }

    private static Stream<String> ownVerdicts() throws IOException {
        try (InputStream file = AddressPolicyTest.class.getResourceAsStream("verdicts.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
