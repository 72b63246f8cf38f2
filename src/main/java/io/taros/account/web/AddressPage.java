package io.taros.account.web;

import io.taros.platform.web.View;

/**
 * A link about another address was followed. Posts {@code token} to {@code /account-address} or, to
 * take it back, to {@code /account-address/undo}.
 *
 * @param email the address the account would have
 */
public record AddressPage(String token, String email, boolean isUndo) implements View {
    @Override
    public String template() {
        return "account/address";
    }
}
