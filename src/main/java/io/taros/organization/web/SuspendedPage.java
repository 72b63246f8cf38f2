package io.taros.organization.web;

import io.taros.organization.Keepers.Keeper;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * @param keeper whom to ask; absent where that is the operator
 */
public record SuspendedPage(String organization, @Nullable Keeper keeper) implements View {
    @Override
    public String template() {
        return "organization/suspended";
    }
}
