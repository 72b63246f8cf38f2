package io.taros.nudge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.taros.platform.TarosSettings;
import io.taros.platform.crypto.InstallationSeal;
import io.taros.platform.sql.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key by which services that carry something to browsers know this installation (RFC 8292),
 * made at first use.
 */
@Repository
public class PushKeys {
    private static final Duration VALID = Duration.ofHours(12);
    private static final byte UNCOMPRESSED = 4;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstallationSeal seal;
    private final Ids ids;
    private final InstantSource clock;
    private final TarosSettings settings;

    PushKeys(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstallationSeal seal,
            Ids ids,
            InstantSource clock,
            TarosSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    private record Row(UUID id, byte[] sealedKey) {}

    /** As browsers want it. */
    public String publicKey() {
        var key = key();
        var x = key.getX().decode();
        var y = key.getY().decode();
        var point = ByteBuffer.allocate(1 + x.length + y.length).put(UNCOMPRESSED).put(x).put(y);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point.array());
    }

    /** What a service is shown. */
    String authorization(String audience) {
        var claims =
                new JWTClaimsSet.Builder()
                        .audience(audience)
                        .expirationTime(Date.from(clock.instant().plus(VALID)))
                        .subject(settings.baseUrl().toString())
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "vapid t=" + token.serialize() + ", k=" + publicKey();
    }

    private ECKey key() {
        var row = find().orElseGet(this::create);
        var opened = seal.open(row.sealedKey(), place(row.id()));
        try {
            return ECKey.parse(new String(opened, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Row> find() {
        return Objects.requireNonNull(
                transactions.execute(status ->
                        jdbc.sql("select id, sealed_key from push_key")
                                .query(Row.class)
                                .optional()));
    }

    private Row create() {
        var id = ids.next();
        var sealed = seal.seal(fresh().getBytes(StandardCharsets.UTF_8), place(id));
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into push_key (id, sealed_key, created_at) values (:id, :key, :now)
                                on conflict on constraint push_key_one do nothing
                                """)
                        .param("id", id)
                        .param("key", sealed)
                        .param("now", clock.instant())
                        .update());
        // Another node may have been first; whatever is stored now is the key.
        return find().orElseThrow();
    }

    private static String fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(UUID id) {
        return "push_key.key:" + id;
    }
}
