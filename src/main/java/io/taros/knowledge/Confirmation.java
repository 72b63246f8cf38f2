package io.taros.knowledge;

import io.taros.platform.security.Caller;

/**
 * Who said that the content may be used. Recorded with every source; nothing is read without it.
 */
public record Confirmation(String by) {

    /** Whoever starts a command on the machine answers for what it teaches. */
    public static Confirmation byOperator() {
        return new Confirmation("operator");
    }

    /** Members confirm with a tick, API callers by the terms of their key. */
    public static Confirmation by(Caller caller) {
        return new Confirmation(
                caller.account() == null
                        ? "api-key:" + caller.apiKey()
                        : "account:" + caller.account());
    }
}
