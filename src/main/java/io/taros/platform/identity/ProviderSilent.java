package io.taros.platform.identity;

/** A provider could not be asked, or describes itself in a way that cannot be worked with. */
public final class ProviderSilent extends Exception {
    private static final long serialVersionUID = 1;

    ProviderSilent(String why) {
        super(why);
    }
}
