package io.taros.account;

import static io.taros.account.ProvidersTest.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-34: what is not exactly what was asked for lets nobody in, by whatever door. */
@ProvidersTest
public abstract class ForgedAnswers {
    private static final String NOT_ASKED = "This sign-in does not belong here";
    private static final String NOT_PROVEN = "We could not check who you are";
    private static final Pattern ID_TOKEN = Pattern.compile("\"id_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Map<String, Object> ADA =
            Map.of("email", "ada@loom.example", "email_verified", true);

    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;

    protected ForgedAnswers(JdbcClient jdbc, int port) {
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    /** Somebody is there, and Ada may come. */
    protected abstract void setUp();

    /** What names the door in addresses. */
    protected abstract String key();

    /** What the provider behind it is called at the real server. */
    protected abstract String issuer();

    @BeforeEach
    void someoneIsHere() {
        PROVIDERS.reset();
        setUp();
        PROVIDERS.person(issuer(), "ada", ADA);
    }

    @AfterEach
    void nobodyCameIn() {
        assertThat(jdbc.sql("select count(*) from account_identity").query(Long.class).single())
                .isZero();
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void refusesAStateThatIsWrongOrMissing() {
        var back = back(browser);

        assertThat(at(browser, back.replaceAll("state=[^&]+", "state=guessed")).body())
                .contains(NOT_ASKED);
        assertThat(at(browser, back.replaceAll("&?state=[^&]+", "")).body()).contains(NOT_ASKED);
    }

    @Test
    void refusesAnAnswerThatWasUsedAlready() {
        var back = back(browser);
        assertThat(at(browser, back).header("Location")).isEqualTo("/sign-in/identity");

        assertThat(at(browser, back).body()).contains(NOT_ASKED);
    }

    /** Login CSRF: somebody's own answer, handed to somebody else's browser. */
    @Test
    void refusesTheAnswerOfAnotherBrowser() {
        var attackers = back(new Browser(port));

        assertThat(at(browser, attackers).body()).contains(NOT_ASKED);
        back(browser);
        assertThat(at(browser, attackers).body()).contains(NOT_ASKED);
    }

    @Test
    void refusesTheAnswerOfOneProviderAtTheAddressOfAnother() {
        var back = back(browser);

        assertThat(at(browser, back.replace("/" + key() + "/", "/github/")).body())
                .contains(NOT_ASKED);
        assertThat(at(browser, back).body()).as("used up").contains(NOT_ASKED);
        assertThat(at(browser, back(browser).replace("/" + key() + "/", "/microsoft/")).body())
                .contains(NOT_ASKED);
    }

    @Test
    void refusesAnAnswerThatNamesAnotherIssuer() {
        assertThat(at(browser, back(browser) + "&iss=https://evil.example").body())
                .contains(NOT_ASKED);
    }

    /** The proof key ties a code to the browser that asked for it. */
    @Test
    void refusesACodeThatSomebodyElseWasGiven() {
        var stolen = back(new Browser(port)).replaceAll(".*code=([^&]+).*", "$1");

        var back = back(browser).replaceAll("code=[^&]+", "code=" + stolen);

        assertThat(at(browser, back).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesACodeThatWasExchangedBefore() {
        var used = back(new Browser(port));
        at(new Browser(port), used);
        var first = new Browser(port);
        var code = back(first);
        at(first, code);

        var again =
                back(browser)
                        .replaceAll(
                                "code=[^&]+", "code=" + code.replaceAll(".*code=([^&]+).*", "$1"));

        assertThat(at(browser, again).body()).contains(NOT_PROVEN);
    }

    @Test
    void saysWhereTheProviderSaidNo() {
        var state = back(browser).replaceAll(".*(state=[^&]+).*", "$1");

        assertThat(
                        at(
                                        browser,
                                        "/sign-in/with/"
                                                + key()
                                                + "/answer?error=access_denied&error_description=%3Cscript%3E&"
                                                + state)
                                .body())
                .contains("The sign-in was not finished")
                .doesNotContain("<script>alert", "access_denied");
    }

    @Test
    void refusesAWrongNonce() {
        assertThat(with(Map.of("nonce", "another")).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesAnotherIssuer() {
        assertThat(with(Map.of("iss", "https://evil.example")).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesAnotherAudience() {
        assertThat(with(Map.of("aud", List.of("another-client"))).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenThatIsForSeveralAndWasIssuedToAnother() {
        assertThat(with(Map.of("aud", List.of(Providers.CLIENT, "b"), "azp", "b")).body())
                .contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenThatIsOver() {
        PROVIDERS.expiresIn(-600);

        assertThat(at(browser, back(browser)).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenOfTheFuture() {
        var soon = Instant.now().plusSeconds(3600);

        assertThat(with(Map.of("iat", soon.getEpochSecond())).body()).contains(NOT_PROVEN);
        assertThat(with(Map.of("nbf", soon.getEpochSecond())).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenWithoutASubject() {
        assertThat(forged(token -> plain(token, "sub")).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesASignatureOfAnotherKey() {
        assertThat(forged(ForgedAnswers::signedByAnother).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenThatIsNotSigned() {
        assertThat(forged(token -> plain(token, "")).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenSignedWithTheSecretWeShare() {
        assertThat(forged(ForgedAnswers::signedBySecret).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATokenThatWasChanged() {
        assertThat(forged(token -> token.substring(0, token.length() - 8) + "AAAAAAAA").body())
                .contains(NOT_PROVEN);
    }

    @Test
    void refusesAnAnswerWithoutAToken() {
        PROVIDERS.change(body -> body.replace("\"id_token\"", "\"no_token\""));

        assertThat(at(browser, back(browser)).body()).contains(NOT_PROVEN);
    }

    @Test
    void refusesATenantThatIsNotTheIssuers() {
        PROVIDERS.microsoft(
                "ada",
                Map.of(
                        "email",
                        "ada@loom.example",
                        "xms_edov",
                        true,
                        "tid",
                        "11111111-2222-3333-4444-555555555555",
                        "iss",
                        "https://evil.example"));
        assertThat(at(browser, back(browser, "microsoft")).body()).contains(NOT_PROVEN);
    }

    @Test
    void goesNowhereElse() {
        for (var parameter :
                new String[] {"redirect_uri", "next", "continue", "invitation", "return_to"}) {
            var go =
                    Providers.leads(
                            browser,
                            "/sign-in/with/"
                                    + key()
                                    + "?"
                                    + parameter
                                    + "=https%3A%2F%2Fevil.example%2F");
            assertThat(go)
                    .startsWith(PROVIDERS.url() + "/" + issuer() + "/")
                    .doesNotContain("evil");
        }
        var back = back(browser) + "&redirect_uri=https://evil.example&next=//evil.example";
        assertThat(at(browser, back).header("Location")).isEqualTo("/sign-in/identity");
    }

    private Page with(Map<String, Object> claims) {
        var all = new HashMap<>(ADA);
        all.putAll(claims);
        PROVIDERS.person(issuer(), "ada", all);
        return at(browser, back(browser));
    }

    private Page forged(UnaryOperator<String> forge) {
        PROVIDERS.change(body -> {
            var token = ID_TOKEN.matcher(body);
            return token.find() ? body.replace(token.group(1), forge.apply(token.group(1))) : body;
        });
        return at(browser, back(browser));
    }

    private static Page at(Browser somebody, String path) {
        return somebody.get(path);
    }

    private String back(Browser somebody) {
        return back(somebody, key());
    }

    private static String back(Browser somebody, String provider) {
        URI back = PROVIDERS.agree(Providers.leads(somebody, "/sign-in/with/" + provider));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static String plain(String token, String without) {
        try {
            var claims =
                    new com.nimbusds.jwt.JWTClaimsSet.Builder(
                                    SignedJWT.parse(token).getJWTClaimsSet())
                            .claim(without.isEmpty() ? "unused" : without, null)
                            .build();
            return new PlainJWT(claims).serialize();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedByAnother(String token) {
        try {
            var real = SignedJWT.parse(token);
            var key = new RSAKeyGenerator(2048).keyID(real.getHeader().getKeyID()).generate();
            var forged = new SignedJWT(real.getHeader(), real.getJWTClaimsSet());
            forged.sign(new RSASSASigner(key));
            return forged.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedBySecret(String token) {
        try {
            var real = SignedJWT.parse(token);
            var forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), real.getJWTClaimsSet());
            forged.sign(new MACSigner(Providers.SECRET));
            return forged.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
