package io.taros.nudge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Account;
import io.taros.account.AccountTest;
import io.taros.account.Sessions;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser tells its member nothing any more once they are not signed in there. */
@AccountTest
class LeavingBrowsersTest {
    private static final String PAGE = "/account/notifications";
    private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end");

    private final AgentShops shops;
    private final PushDevices devices;
    private final Sessions sessions;
    private final CrossOrganization everything;
    private final int port;
    private final PushServer service;
    private AgentShop shop;
    private Browser desk;
    private Browser phone;

    LeavingBrowsersTest(
            AgentShops shops,
            PushDevices devices,
            Sessions sessions,
            CrossOrganization everything,
            @LocalServerPort int port)
            throws IOException, GeneralSecurityException {
        this.shops = shops;
        this.devices = devices;
        this.sessions = sessions;
        this.everything = everything;
        this.port = port;
        service = new PushServer();
    }

    @BeforeEach
    void anAgentIsToldAtADeskAndOnAPhone() {
        shop = shops.open("Acme");
        desk = toldIn(shop, "/desk");
        phone = toldIn(shop, "/phone");
        assertThat(told()).containsExactlyInAnyOrder("/desk", "/phone");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Browser toldIn(AgentShop at, String path) {
        var browser = new Browser(port);
        browser.signIn(at.email(), Tenants.PASSWORD);
        turnOn(browser, path);
        return browser;
    }

    private void turnOn(Browser browser, String path) {
        var subscription = service.subscription(path);
        browser.get(PAGE);
        var answer =
                browser.post(
                        PAGE + "/devices",
                        "endpoint",
                        subscription.endpoint(),
                        "p256dh",
                        subscription.p256dh(),
                        "auth",
                        subscription.auth());
        assertThat(answer.status()).isEqualTo(303);
    }

    private List<String> told() {
        return told(shop, shop.agent());
    }

    private List<String> told(AgentShop at, Account.Id member) {
        return Tenancy.callAs(
                at.acme().organization(),
                () ->
                        devices.list(member).stream()
                                .map(device -> devices.find(device.id()).orElseThrow())
                                .map(open -> open.subscription().address().getPath())
                                .toList());
    }

    private void isToldOnlyIn(String... paths) {
        eventually(() -> assertThat(told()).containsExactlyInAnyOrder(paths));
    }

    @Test
    void whereTheySignOut() {
        desk.post("/sign-out");

        isToldOnlyIn("/phone");
        assertThat(audited()).contains("push-device.ended");
    }

    private List<String> audited() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select action from audit_entry where organization_id = :organization")
                        .param("organization", shop.acme().organization())
                        .query(String.class)
                        .list());
    }

    @Test
    void whichTheyEndFromAnother() {
        var end = END.matcher(phone.get("/account/sessions").body());
        assertThat(end.find()).isTrue();
        phone.post("/account/sessions/" + end.group(1) + "/end");

        isToldOnlyIn("/phone");

        toldIn(shop, "/third");
        phone.get("/account/sessions");
        phone.post("/account/sessions/end-others");

        isToldOnlyIn("/phone");
    }

    @Test
    void whoeverEndedAllOfThem() {
        var other = shops.open("Globex");
        toldIn(other, "/other");

        sessions.endAllBut(shop.agent());
        eventually(() -> assertThat(told(other, other.agent())).isEmpty());
        assertThat(told()).hasSize(2);

        sessions.endAll(shop.agent());
        isToldOnlyIn();
    }

    @Test
    void whereSomebodyElseSignsInAfterThem() {
        var other = shops.open("Globex");
        toldIn(other, "/other");
        sessionsRunOut();

        desk.signIn(other.email(), Tenants.PASSWORD);

        isToldOnlyIn("/phone");
        assertThat(told(other, other.agent())).containsExactly("/other");
    }

    private void sessionsRunOut() {
        everything.inTransaction(jdbc -> jdbc.sql("delete from spring_session").update());
    }

    @Test
    void butOverANight() {
        sessionsRunOut();
        desk.signIn(shop.email(), Tenants.PASSWORD);
        desk.get(PAGE);
        assertThat(told()).containsExactlyInAnyOrder("/desk", "/phone");

        desk.post("/sign-out");

        isToldOnlyIn("/phone");
    }

    @Test
    void whichAnotherTurnedOnInAnotherOrganization() {
        var other = shops.open("Globex");
        var browser = toldIn(other, "/other");

        turnOn(browser, "/desk");

        isToldOnlyIn("/phone");
        assertThat(told(other, other.agent())).containsExactlyInAnyOrder("/other", "/desk");
    }
}
