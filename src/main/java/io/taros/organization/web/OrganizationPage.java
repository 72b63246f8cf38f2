package io.taros.organization.web;

import io.taros.organization.Keepers.Keeper;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, the organization's name, language and time zone, and how its members sign in.
 *
 * @param keeper who manages it; absent where it keeps itself
 */
public record OrganizationPage(
        String name,
        String language,
        String timeZone,
        boolean requiresSecondFactor,
        @Nullable Keeper keeper,
        FormErrors errors)
        implements View {
    /** Those with a place in their name: the others are older names of the same. */
    public List<String> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.contains("/"))
                .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    public List<String> languages() {
        return List.of("en", "da");
    }

    @Override
    public String template() {
        return "organization/organization";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
