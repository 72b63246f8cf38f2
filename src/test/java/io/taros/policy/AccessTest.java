package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.StaffRole;
import io.taros.platform.web.RateLimits;
import io.taros.policy.Routes.Route;
import io.taros.staff.StaffPeople;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-35: every route against every role and every scope, from the route list. */
@TarosTest
class AccessTest {
    private final Routes routes;
    private final Tenants tenants;
    private final StaffPeople people;
    private final RateLimits limits;
    private final int port;

    AccessTest(
            Routes routes,
            Tenants tenants,
            StaffPeople people,
            RateLimits limits,
            @LocalServerPort int port) {
        this.people = people;
        this.routes = routes;
        this.tenants = tenants;
        this.limits = limits;
        this.port = port;
    }

    @Test
    void isDeclaredByEveryRoute() {
        assertThat(routes.all())
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(route.isOpen() ^ route.permission() != null)
                                .as("%s carries exactly one of @Requires and @Open", route)
                                .isTrue());
    }

    @Test
    void isRefusedToNobodyInParticular() {
        var browser = new Browser(port);
        tenants.open("Acme");
        browser.get("/sign-in");

        for (var route : closed()) {
            var answer = send(browser, route, "");
            if (route.isPage()) {
                assertThat(answer.header("Location")).as(route.toString()).isEqualTo("/sign-in");
            } else {
                assertThat(answer.status()).as(route.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void followsTheRoleOnEveryPage() {
        var acme = tenants.open("Acme");
        for (var role : Role.values()) {
            var email = tenants.member(acme.organization(), role);
            followsOnEveryPage(email, role.permissions());
        }
    }

    /** Each permission alone, in a role of the organization's own. */
    @Test
    void followsEachPermissionOnEveryPage() {
        var acme = tenants.open("Acme");
        for (var permission : Permission.values()) {
            if (permission.isGrantable()) {
                var email = tenants.member(acme.organization(), permission);
                followsOnEveryPage(email, Set.of(Permission.ACCOUNT, permission));
            }
        }
    }

    private void followsOnEveryPage(String email, Set<Permission> permissions) {
        var browser = new Browser(port);
        browser.signIn(email, Tenants.PASSWORD);
        browser.get("/home");
        for (var route : closed()) {
            // Whoever leaves may do nothing more: that has a test of its own.
            if (!route.isPage() || route.pattern().equals("/organizations/departure")) {
                continue;
            }
            var answer = send(browser, route, "");
            assertThat(answer.status() == 403)
                    .as("%s for %s answered %s", route, email, answer.status())
                    .isEqualTo(!permissions.contains(route.permission()));
            if (answer.header("Location").equals("/sign-in")) {
                browser.signIn(email, Tenants.PASSWORD);
                browser.get("/home");
            }
        }
    }

    /** Staff is let in nowhere: outside the staff area they are anybody with an account. */
    @Test
    void followsTheStaffRoleOnEveryPage() {
        tenants.open("Acme");
        for (var role : StaffRole.values()) {
            var browser = people.signIn(port, role);
            for (var route : closed()) {
                if (route.isPage()) {
                    var may =
                            route.permission() == Permission.ACCOUNT
                                    || role.permissions().contains(route.permission());
                    assertFollows(browser, route, may, StaffPeople.email(role));
                }
            }
        }
    }

    @Test
    void followsTheStaffRoleInsideAnOrganizationThatLetThemIn() {
        var acme = tenants.open("Acme");
        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/settings/staff-access");
        assertThat(owner.post("/settings/staff-access", "hours", "168").status()).isEqualTo(303);
        for (var role : StaffRole.values()) {
            var browser = people.signIn(port, role);
            enter(browser, acme);
            for (var route : closed()) {
                if (route.isPage() && !route.isStaffs()) {
                    var may =
                            route.permission() == Permission.ACCOUNT
                                    || role.inside().contains(route.permission());
                    assertFollows(browser, route, may, StaffPeople.email(role));
                    if (route.pattern().startsWith("/organizations")
                            || route.pattern().equals("/sign-out")) {
                        enter(browser, acme);
                    }
                }
            }
        }
    }

    private static void enter(Browser browser, Tenants.Tenant tenant) {
        browser.post("/staff/organizations/" + tenant.organization() + "/visits");
    }

    private void assertFollows(Browser browser, Route route, boolean may, String email) {
        var answer = send(browser, route, "");
        assertThat(answer.status() == 403)
                .as("%s for %s answered %s", route, email, answer.status())
                .isEqualTo(!may);
        if (answer.header("Location").equals("/sign-in")) {
            people.signIn(browser, email);
        }
    }

    @Test
    void followsTheScopeOnEveryRestCall() {
        var acme = tenants.open("Acme");
        for (var permission : Permission.values()) {
            if (permission.scope().isEmpty()) {
                continue;
            }
            var key = tenants.key(acme.organization(), List.of(permission.scope().get()));
            for (var route : closed()) {
                if (!route.isApi()) {
                    continue;
                }
                var answer = send(new Browser(port), route, key);
                assertThat(answer.status() == 403)
                        .as("%s with %s answered %s", route, permission, answer.status())
                        .isEqualTo(permission != route.permission());
                assertThat(answer.status()).as(route.toString()).isNotEqualTo(401).isLessThan(500);
            }
        }
    }

    @Test
    void offersNoKeyForWhatOnlyPeopleMayDo() {
        assertThat(routes.all())
                .filteredOn(Route::isApi)
                .filteredOn(route -> !route.isOpen())
                .allSatisfy(route ->
                        assertThat(route.permission().scope()).as(route.toString()).isPresent());
    }

    private List<Route> closed() {
        return new ArrayList<>(routes.all().stream().filter(route -> !route.isOpen()).toList());
    }

    private Browser.Page send(Browser browser, Route route, String key) {
        limits.reset();
        if (route.isPage() && !route.method().equals("GET")) {
            return browser.submit(route.method(), route.atRandom());
        }
        var request =
                HttpRequest.newBuilder(browser.at(route.atRandom()))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .method(
                                route.method(),
                                route.method().equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return browser.send(request.build());
    }
}
