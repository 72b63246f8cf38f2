package io.taros.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** What makes passkeys in one person's browser, as Chromium pretends it for tests. */
final class Authenticator {
    private final CDPSession devTools;
    private final String id;

    private Authenticator(CDPSession devTools, String id) {
        this.devTools = devTools;
        this.id = id;
    }

    /** The device they sit at, which asks for their fingerprint and gets it. */
    static Authenticator of(Person person) {
        var devTools = person.context.newCDPSession(person.page);
        devTools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        var added = devTools.send("WebAuthn.addVirtualAuthenticator", wanted);
        return new Authenticator(devTools, added.get("authenticatorId").getAsString());
    }

    /** The next finger is the wrong one, or the right one again. */
    void recognises(boolean isOwner) {
        var told = named();
        told.addProperty("isUserVerified", isOwner);
        devTools.send("WebAuthn.setUserVerified", told);
    }

    int passkeys() {
        return devTools.send("WebAuthn.getCredentials", named())
                .getAsJsonArray("credentials")
                .size();
    }

    void isLost() {
        devTools.send("WebAuthn.removeVirtualAuthenticator", named());
    }

    private JsonObject named() {
        var named = new JsonObject();
        named.addProperty("authenticatorId", id);
        return named;
    }
}
