package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * A link about another address was followed. Posts {@code token}, and {@code password} where the
 * reader has to prove who they are, to {@code /account-address} or, to take it back, to {@code
 * /account-address/undo}.
 *
 * @param email the address the account would have
 */
public record AddressPage(
        String token, String email, boolean isUndo, Proof proof, FormErrors errors)
        implements View {
    /** Whether the reader has to show that the account is theirs. */
    public enum Proof {
        NONE,
        PASSWORD
    }

    @Override
    public String template() {
        return "account/address";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
