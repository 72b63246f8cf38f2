package io.taros.organization;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is needed to create a key. */
record NewApiKey(String name, List<String> scopes) {
    private static final int MAX_NAME = 120;

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
