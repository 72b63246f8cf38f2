package io.taros.platform.egress;

import static java.util.Objects.requireNonNullElse;

import io.taros.platform.StartRefused;
import io.taros.platform.egress.EgressSettings.Entry;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a server's name. What is built in is what the vendors' own contracts said when it
 * was written; the operator's settings, who signed one, have the last word.
 */
public final class Vendors {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** Names that no public server has, and numbers of private networks (RFC 1918, 6598, 4193). */
    private static final Pattern OWN =
            Pattern.compile(
                    "(?!\\d+$|0x)[^.:]+|.*\\.(?:localhost|local|lan|internal|intranet|home\\.arpa)"
                            + "|(?:127|10)(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}"
                            + "|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}"
                            + "|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(?:\\.\\d{1,3}){2}"
                            + "|\\[?::1]?|\\[?f[cd][0-9a-f]{2}:[0-9a-f:.]*]?");

    private static final List<Vendor> BUILT_IN =
            List.of(
                    outside(
                            "openai",
                            "OpenAI Ireland Limited",
                            "IE",
                            "https://openai.com/policies/data-processing-addendum",
                            "api.openai.com"),
                    // A project with European data residency is called under this name.
                    new Vendor(
                            "openai-eu",
                            "OpenAI Ireland Limited",
                            "IE",
                            Area.EU,
                            Safeguard.NONE_NEEDED,
                            true,
                            URI.create("https://openai.com/policies/data-processing-addendum"),
                            List.of("eu.api.openai.com"),
                            null),
                    outside(
                            "anthropic",
                            "Anthropic Ireland, Limited",
                            "IE",
                            "https://www.anthropic.com/legal/data-processing-addendum",
                            "api.anthropic.com"),
                    new Vendor(
                            "mistral",
                            "Mistral AI SAS",
                            "FR",
                            Area.EU,
                            Safeguard.NONE_NEEDED,
                            true,
                            URI.create("https://legal.mistral.ai/terms/data-processing-addendum"),
                            List.of("api.mistral.ai"),
                            null),
                    outside(
                            "google",
                            "Google Ireland Limited",
                            "IE",
                            "https://business.safety.google/processorterms/",
                            "accounts.google.com",
                            "googleapis.com"),
                    outside(
                            "microsoft",
                            "Microsoft Ireland Operations Limited",
                            "IE",
                            "https://www.microsoft.com/licensing/docs/view/Microsoft-Products-and-Services-Data-Protection-Addendum-DPA",
                            "login.microsoftonline.com",
                            "graph.microsoft.com"),
                    outside(
                            "github",
                            "GitHub, Inc.",
                            "US",
                            "https://github.com/customer-terms/github-data-protection-agreement",
                            "github.com"),
                    new Vendor(
                            "pwned-passwords",
                            "Superlative Enterprises Pty Ltd",
                            "AU",
                            Area.OUTSIDE,
                            Safeguard.NO_PERSONAL_DATA,
                            true,
                            null,
                            List.of("api.pwnedpasswords.com"),
                            null));

    private final Map<String, Vendor> known = new LinkedHashMap<>();
    private final List<String> ownHosts;

    Vendors(EgressSettings settings) {
        BUILT_IN.forEach(vendor -> known.put(vendor.id(), vendor));
        settings.vendors().forEach((id, entry) -> known.put(id, vendor(id, entry)));
        ownHosts = settings.ownHosts().stream().map(Vendors::lower).toList();
    }

    /** Without a setting. */
    public static Vendors builtIn() {
        return new Vendors(new EgressSettings(Map.of(), List.of()));
    }

    public Collection<Vendor> all() {
        return List.copyOf(known.values());
    }

    public Optional<Vendor> find(String id) {
        return id.equals(Vendor.OWN)
                ? Optional.of(Vendor.own())
                : Optional.ofNullable(known.get(id));
    }

    /** Never nobody: of whom nothing is known is a vendor, too, and a doubtful one. */
    public Vendor at(@Nullable String name) {
        var host = lower(requireNonNullElse(name, ""));
        var listed =
                known.values().stream()
                        .filter(vendor -> vendor.isAt(host))
                        .max(Comparator.comparingInt(vendor -> length(vendor, host)));
        if (listed.isPresent()) {
            return listed.get();
        }
        return isOwn(host) ? Vendor.own() : Vendor.stranger(host);
    }

    private boolean isOwn(String host) {
        return host.isEmpty()
                || ownHosts.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own))
                || OWN.matcher(host).matches();
    }

    private static int length(Vendor vendor, String host) {
        return vendor.hosts().stream()
                .filter(known -> host.equals(known) || host.endsWith("." + known))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private Vendor vendor(String id, Entry entry) {
        if (!ID.matcher(id).matches() || id.equals(Vendor.OWN)) {
            throw new StartRefused(
                    "taros.egress.vendors.%s: a vendor's name has small letters, digits and hyphens, and is not \"own\"."
                            .formatted(id));
        }
        var before = known.getOrDefault(id, Vendor.stranger(id));
        var hosts =
                entry.hosts() == null
                        ? before.area() == Area.UNKNOWN ? List.<String>of() : before.hosts()
                        : entry.hosts().stream().map(Vendors::lower).toList();
        var country = entry.country() == null ? before.country() : entry.country();
        if (hosts.isEmpty() || country == null || !COUNTRY.matcher(country).matches()) {
            throw new StartRefused(
                    "taros.egress.vendors.%s needs hosts and a country of two letters, such as DE."
                            .formatted(id));
        }
        return new Vendor(
                id,
                requireNonNullElse(entry.name(), before.name()),
                country,
                requireNonNullElse(entry.area(), before.area()),
                requireNonNullElse(entry.safeguard(), before.safeguard()),
                requireNonNullElse(entry.noTraining(), before.noTraining()),
                entry.agreement() == null ? before.agreement() : entry.agreement(),
                hosts,
                entry.from() == null ? before.from() : entry.from());
    }

    private static Vendor outside(
            String id, String name, String country, String agreement, String... hosts) {
        return new Vendor(
                id,
                name,
                country,
                Area.OUTSIDE,
                Safeguard.CONTRACT_CLAUSES,
                true,
                URI.create(agreement),
                List.of(hosts),
                null);
    }

    private static String lower(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }
}
