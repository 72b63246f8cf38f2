package io.taros.platform.web;

/** Nobody is signed in and no key was sent, or it is not valid any more. */
public final class SignInNeeded extends RuntimeException {
    public SignInNeeded() {
        super("Sign in, or send a valid key");
    }
}
