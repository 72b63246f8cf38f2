package io.taros.organization;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.BadInput;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to create a key.
 *
 * @param validity how long it works; absent for a key that has no end
 */
record NewApiKey(String name, List<String> scopes, @Nullable Duration validity) {
    private static final int MAX_NAME = 120;

    /** What can be chosen, in days; 0 for no end. */
    static final List<Integer> DAYS = List.of(0, 30, 90, 365);

    NewApiKey {
        name = name.strip();
        scopes = scopes.stream().distinct().sorted().toList();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new BadInput("name", "organization.input.key-name", MAX_NAME);
        }
        if (scopes.isEmpty()) {
            throw new BadInput("scopes", "organization.input.no-scope");
        }
        for (var scope : scopes) {
            if (Permission.ofScope(scope).isEmpty()) {
                throw new BadInput("scopes", "organization.input.scope");
            }
        }
    }

    static NewApiKey endless(String name, List<String> scopes) {
        return new NewApiKey(name, scopes, null);
    }

    static NewApiKey forDays(String name, List<String> scopes, int days) {
        if (!DAYS.contains(days)) {
            throw new BadInput("days", "organization.input.key-days");
        }
        return new NewApiKey(name, scopes, days == 0 ? null : Duration.ofDays(days));
    }

    static List<String> allScopes() {
        return Arrays.stream(Permission.values())
                .map(Permission::scope)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nobody gives a program more than they have. */
    boolean isWithin(Caller caller) {
        return scopes.stream()
                .map(Permission::ofScope)
                .flatMap(Optional::stream)
                .allMatch(caller::may);
    }
}
