package io.taros.platform.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says which IP addresses may be connected to on behalf of somebody who chose the URL. Java's own
 * predicates let more than half of the known tricks through, so this is a table ({@code
 * addresses.txt}), not a chain of {@code isXxx()}.
 */
public final class AddressPolicy {

    public enum Verdict {
        /** Public: open to everybody on the usual ports. */
        PUBLIC,
        /** Private, but listed by the operator: any port, any name. */
        EXCEPTED,
        REFUSED
    }

    private record Rule(boolean allows, Cidr block) {}

    private record Wrapping(Cidr block, int startsAtBit) {}

    private static final List<Rule> RULES = new ArrayList<>();
    private static final List<Wrapping> WRAPPINGS = new ArrayList<>();

    static {
        load();
    }

    private final List<Cidr> exceptions;

    public AddressPolicy(List<Cidr> exceptions) {
        this.exceptions = List.copyOf(exceptions);
    }

    public Verdict judge(InetAddress address) {
        if (exceptions.stream().anyMatch(block -> block.contains(address))) {
            return Verdict.EXCEPTED;
        }
        return isPublic(address) ? Verdict.PUBLIC : Verdict.REFUSED;
    }

    /**
     * The verdict on a host that is written as a number in any spelling; empty when it is a name to
     * be resolved.
     */
    public Optional<Verdict> judgeNumeric(String host) {
        Optional<InetAddress> address = NumericHost.strict(host).or(() -> NumericHost.legacy(host));
        if (address.isPresent()) {
            return address.map(this::judge);
        }
        boolean name = host.matches("(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");
        return name && !NumericHost.looksNumeric(host)
                ? Optional.empty()
                : Optional.of(Verdict.REFUSED);
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Wrapping wrapping : WRAPPINGS) {
            if (wrapping.block.contains(address)) {
                int start = wrapping.startsAtBit / 8;
                return isPublic(NumericHost.ipv4(Arrays.copyOfRange(bytes, start, start + 4)));
            }
        }
        for (Rule rule : RULES) {
            if (rule.block.contains(address)) {
                return rule.allows;
            }
        }
        return address instanceof Inet4Address;
    }

    private static void load() {
        try (InputStream file = AddressPolicy.class.getResourceAsStream("addresses.txt");
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(file, "addresses.txt"),
                                        StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .forEach(AddressPolicy::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        RULES.sort(Comparator.comparingInt((Rule rule) -> rule.block.prefix()).reversed());
    }

    private static void add(String line) {
        String[] words = line.split(" ", 4);
        switch (words[0]) {
            case "allow" -> RULES.add(new Rule(true, Cidr.of(words[1])));
            case "deny" -> RULES.add(new Rule(false, Cidr.of(words[1])));
            case "inner" ->
                    WRAPPINGS.add(new Wrapping(Cidr.of(words[1]), Integer.parseInt(words[2])));
            default -> throw new IllegalStateException("addresses.txt: " + line);
        }
    }
}
