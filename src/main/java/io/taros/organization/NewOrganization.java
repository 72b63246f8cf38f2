package io.taros.organization;

import io.taros.platform.web.BadInput;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** What is needed to open an organization. */
public record NewOrganization(String name, String language, ZoneId timeZone) {
    private static final int MAX_NAME = 120;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    public NewOrganization {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new BadInput("organization", "organization.input.name", MAX_NAME);
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new BadInput("language", "organization.input.language");
        }
    }

    public static NewOrganization named(String name, String language) {
        return new NewOrganization(name, language, ZoneOffset.UTC);
    }
}
