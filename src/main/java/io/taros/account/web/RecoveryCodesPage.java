package io.taros.account.web;

import io.taros.platform.web.View;
import java.util.List;

/** The only page that ever shows them. */
public record RecoveryCodesPage(List<String> codes) implements View {
    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }

    @Override
    public String template() {
        return "account/recovery-codes";
    }
}
