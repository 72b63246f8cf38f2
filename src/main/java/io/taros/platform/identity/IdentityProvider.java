package io.taros.platform.identity;

import java.net.URI;

/**
 * Somebody who knows who people are.
 *
 * @param key names it in addresses; what comes back to the address of one is never taken for
 *     another's
 * @param issuer whose subjects they are; where OpenID Connect is spoken its documents are found
 *     below
 * @param api GitHub's, and unused for others
 * @param answerPath where people come back to
 */
public record IdentityProvider(
        String key, Dialect dialect, URI issuer, URI api, Client client, String answerPath) {
    /** How it differs from the standard. */
    public enum Dialect {
        /** Not at all. */
        OPENID,
        /**
         * The same, asked by whoever owns the domains of its people: their address is theirs unless
         * the provider says that it is not.
         */
        DOMAIN,
        /** Each tenant is an issuer, and an e-mail is anything its administrator types. */
        MICROSOFT,
        /** No OpenID Connect at all: the person is looked up with an access token. */
        GITHUB;

        boolean hasOneIssuer() {
            return this == OPENID || this == DOMAIN;
        }
    }

    /** What we are to it. */
    public record Client(String id, String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Client " + id;
        }
    }
}
