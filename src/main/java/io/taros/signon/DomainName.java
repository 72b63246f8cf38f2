package io.taros.signon;

import crawlercommons.domains.EffectiveTldFinder;
import io.taros.platform.web.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A domain as DNS has it, of which a company can be the only owner. */
final class DomainName {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /**
     * Java reads these as others that are another domain's: ß as ss, and the joiners as nothing.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u03c2\\u200c\\u200d]");

    private static final Set<String> FREE_MAIL = read("/signon/free-mail-domains.txt");

    private DomainName() {}

    /** Of what somebody typed; refuses what nobody can prove to be theirs alone. */
    static String of(String typed) {
        var name =
                ascii(typed.strip().replaceFirst("\\.$", ""))
                        .orElseThrow(() -> new BadInput("domain", "signon.input.domain"));
        if (FREE_MAIL.contains(name)) {
            throw new BadInput("domain", "signon.input.free-mail", name);
        }
        if (EffectiveTldFinder.getEffectiveTLD(name) != null
                && EffectiveTldFinder.getAssignedDomain(name, true) == null) {
            throw new BadInput("domain", "signon.input.suffix", name);
        }
        return name;
    }

    /** What an address is taken for here: its domain in ASCII, and one at-sign only. */
    static Optional<Address> ofAddress(String email) {
        var parts = email.strip().split("@", -1);
        return parts.length != 2 || parts[0].isEmpty()
                ? Optional.empty()
                : ascii(parts[1]).map(domain -> new Address(parts[0] + "@" + domain, domain));
    }

    record Address(String email, String domain) {}

    /** For people to read. */
    static String shown(String name) {
        return IDN.toUnicode(name);
    }

    private static Optional<String> ascii(String name) {
        if (AMBIGUOUS.matcher(name).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(name).toLowerCase(Locale.ROOT))
                    .filter(ascii -> SHAPE.matcher(ascii).matches());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static Set<String> read(String list) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(DomainName.class.getResourceAsStream(list)),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
