package io.taros.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Browser and system, as far as their owner would name them: "Firefox · Linux". */
public final class DeviceFamily {
    private record Family(String sign, String name) {}

    /** In this order: most browsers name those they descend from, too. */
    private static final List<Family> BROWSERS =
            List.of(
                    new Family("Edg", "Edge"),
                    new Family("OPR/", "Opera"),
                    new Family("Firefox/", "Firefox"),
                    new Family("FxiOS/", "Firefox"),
                    new Family("Chrome/", "Chrome"),
                    new Family("CriOS/", "Chrome"),
                    new Family("Safari/", "Safari"));

    private static final List<Family> SYSTEMS =
            List.of(
                    new Family("iPhone", "iPhone"),
                    new Family("iPad", "iPad"),
                    new Family("Android", "Android"),
                    new Family("Windows", "Windows"),
                    new Family("Mac OS X", "Mac"),
                    new Family("CrOS", "ChromeOS"),
                    new Family("Linux", "Linux"));

    private static final String UNKNOWN = "?";

    private DeviceFamily() {}

    public static String of(HttpServletRequest request) {
        return of(request.getHeader("User-Agent"));
    }

    static String of(@Nullable String agent) {
        if (agent == null) {
            return UNKNOWN;
        }
        var browser = first(agent, BROWSERS);
        var system = first(agent, SYSTEMS);
        return system.equals(UNKNOWN) ? browser : browser + " · " + system;
    }

    private static String first(String agent, List<Family> families) {
        return families.stream()
                .filter(family -> agent.contains(family.sign()))
                .map(Family::name)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
