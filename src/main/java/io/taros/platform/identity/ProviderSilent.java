package io.taros.platform.identity;

/** A provider could not be asked, or describes itself in a way that cannot be worked with. */
public final class ProviderSilent extends Exception {
    private static final long serialVersionUID = 1;

    /** What stood in the way. */
    public enum Why {
        UNREACHABLE,
        /** What lies there is no description, or one of something else. */
        UNREADABLE,
        OTHER_ISSUER,
        /** It names addresses that are not encrypted, where everything has to be. */
        IN_THE_CLEAR
    }

    private final Why why;

    ProviderSilent(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
