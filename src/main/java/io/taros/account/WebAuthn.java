package io.taros.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is asked of a browser's passkeys, and whether its answer holds. The user is always verified,
 * by the device's own lock: so a passkey is two proofs in one.
 */
@Component
class WebAuthn {
    /** A new one. */
    record Made(
            byte[] credentialId,
            byte[] publicKey,
            long counter,
            boolean syncable,
            boolean synced) {}

    /**
     * What a browser says that a passkey signed.
     *
     * @param handle whom it is for; empty where a browser that was told whose is wanted leaves it
     *     out
     */
    record Answer(byte[] credentialId, byte[] handle, AuthenticationData data) {}

    /** What a passkey signed, once that is found to be so. */
    record Signed(long counter, boolean synced) {}

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthn.class);

    /** What a start need not load: all that speaks of the library is behind this. */
    private static final class Library {
        /** What every device knows one of. */
        static final List<PublicKeyCredentialParameters> ALGORITHMS =
                Stream.of(
                                COSEAlgorithmIdentifier.EdDSA,
                                COSEAlgorithmIdentifier.ES256,
                                COSEAlgorithmIdentifier.RS256)
                        .map(algorithm ->
                                new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                        .toList();

        static final ObjectConverter CONVERTER = new ObjectConverter();
        static final WebAuthnManager MANAGER = manager();

        private static WebAuthnManager manager() {
            var manager = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
            // Counted where the counter is kept, in one statement.
            manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(_ -> {});
            return manager;
        }

        static CredentialRecord stored(Passkey passkey) {
            var key = CONVERTER.getCborMapper().readValue(passkey.publicKey(), COSEKey.class);
            return new CredentialRecordImpl(
                    null,
                    true,
                    passkey.syncable(),
                    passkey.synced(),
                    passkey.counter(),
                    new AttestedCredentialData(AAGUID.ZERO, passkey.credentialId(), key),
                    null,
                    null,
                    null,
                    null);
        }

        static ServerProperty server(RelyingParty party, byte[] challenge) {
            return ServerProperty.builder()
                    .origin(new Origin(party.origin()))
                    .rpId(party.id())
                    .challenge(new DefaultChallenge(challenge))
                    .build();
        }

        static List<PublicKeyCredentialDescriptor> described(List<Passkey> passkeys) {
            return passkeys.stream()
                    .map(passkey ->
                            new PublicKeyCredentialDescriptor(
                                    PublicKeyCredentialType.PUBLIC_KEY,
                                    passkey.credentialId(),
                                    null))
                    .toList();
        }
    }

    private final RelyingParty party;

    WebAuthn(RelyingParty party) {
        this.party = party;
    }

    /** Options for {@code credentials.create}. Its maker is not asked to vouch for it. */
    String toMake(Account account, List<Passkey> known, byte[] challenge) {
        return json(
                new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(party.id(), RelyingParty.NAME),
                        new PublicKeyCredentialUserEntity(
                                handle(account.id()), account.email(), account.name()),
                        new DefaultChallenge(challenge),
                        Library.ALGORITHMS,
                        Challenges.PATIENCE.toMillis(),
                        Library.described(known),
                        new AuthenticatorSelectionCriteria(
                                null,
                                true,
                                ResidentKeyRequirement.REQUIRED,
                                UserVerificationRequirement.REQUIRED),
                        AttestationConveyancePreference.NONE,
                        null));
    }

    /** Options for {@code credentials.get}. Of nobody in particular where none are named. */
    String toSign(List<Passkey> named, byte[] challenge) {
        return json(
                new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(challenge),
                        Challenges.PATIENCE.toMillis(),
                        party.id(),
                        Library.described(named),
                        UserVerificationRequirement.REQUIRED,
                        null));
    }

    Optional<Made> made(String answer, byte[] challenge) {
        return sound(() -> {
            var data =
                    Library.MANAGER.verifyRegistrationResponseJSON(
                            answer,
                            new RegistrationParameters(
                                    Library.server(party, challenge),
                                    Library.ALGORITHMS,
                                    true,
                                    true));
            var device = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var key = Objects.requireNonNull(device.getAttestedCredentialData());
            return new Made(
                    key.getCredentialId(),
                    Library.CONVERTER.getCborMapper().writeValueAsBytes(key.getCOSEKey()),
                    device.getSignCount(),
                    device.isFlagBE(),
                    device.isFlagBS());
        });
    }

    /** Empty if it is no answer at all. */
    Optional<Answer> read(String answer) {
        return sound(() -> {
            var data = Library.MANAGER.parseAuthenticationResponseJSON(answer);
            // Its annotations speak of the bytes where they mean the array; a buffer has none.
            var credential = ByteBuffer.wrap(data.getCredentialId()).array();
            var handle = data.getUserHandle();
            return new Answer(
                    credential,
                    handle == null ? new byte[0] : ByteBuffer.wrap(handle).array(),
                    data);
        });
    }

    Optional<Signed> check(Answer answer, Passkey passkey, byte[] challenge) {
        return sound(() -> {
            Library.MANAGER.verify(
                    answer.data(),
                    new AuthenticationParameters(
                            Library.server(party, challenge),
                            Library.stored(passkey),
                            null,
                            true,
                            true));
            var device = Objects.requireNonNull(answer.data().getAuthenticatorData());
            return new Signed(device.getSignCount(), device.isFlagBS());
        });
    }

    /**
     * The kind of mistake alone is logged: what is in an answer is its sender's. Nonsense makes the
     * library throw whatever it comes upon, null pointers included.
     */
    private static <T> Optional<T> sound(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException refused) {
            LOG.info("A passkey was refused: {}", refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Whether the device says that it is for them. */
    static boolean isFor(Account.Id account, byte[] handle) {
        return Arrays.equals(handle(account), handle);
    }

    private static byte[] handle(Account.Id account) {
        var id = account.value();
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String json(Object options) {
        return Library.CONVERTER.getJsonMapper().writeValueAsString(options);
    }
}
