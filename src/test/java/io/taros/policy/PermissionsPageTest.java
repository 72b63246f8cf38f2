package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.security.Open;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.StaffRole;
import io.taros.policy.Routes.Route;
import io.taros.testing.TarosTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/permissions.md} is who may do what as the code has it, and {@link AccessTest} that
 * the running server keeps to it. After a change run with {@code -Dtaros.write-docs=true} in the
 * surefire arguments, or paste what the failure shows.
 */
@TarosTest
class PermissionsPageTest {
    private static final Path PAGE = Path.of("docs/permissions.md");
    private static final String START = "<!-- generated -->\n";
    private static final String END = "<!-- end -->";

    private final Routes routes;

    PermissionsPageTest(Routes routes) {
        this.routes = routes;
    }

    @Test
    void listsEveryRouteAndRoleAsTheCodeHasThem() throws Exception {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf(START) + START.length());
        var after = page.substring(page.indexOf(END));
        var expected =
                before
                        + roles()
                        + "\n"
                        + staff()
                        + "\n"
                        + routes()
                        + "\n"
                        + staffRoutes()
                        + "\n"
                        + open()
                        + after;
        if (Boolean.getBoolean("taros.write-docs")) {
            Files.writeString(PAGE, expected);
            return;
        }

        assertThat(page).isEqualTo(expected);
    }

    private static String roles() {
        return Arrays.stream(Permission.values())
                .filter(permission -> !permission.isStaff())
                .map(permission ->
                        "| `%s` | %s | %s |"
                                .formatted(
                                        permission,
                                        permission
                                                .scope()
                                                .map(scope -> "`" + scope + "`")
                                                .orElse(""),
                                        marks(permission)))
                .collect(
                        Collectors.joining(
                                "\n",
                                head("## Roles", "Permission | Scope of a key", Role.values()),
                                "\n"));
    }

    /** In the staff area, and in an organization that let them in. */
    private static String staff() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.isStaff() || isInside(permission))
                .map(permission ->
                        "| `%s` | %s | %s |"
                                .formatted(
                                        permission,
                                        permission.isStaff()
                                                ? "in the staff area"
                                                : "where they were let in",
                                        staffMarks(permission)))
                .collect(
                        Collectors.joining(
                                "\n",
                                head("## Roles of staff", "Permission | Where", StaffRole.values()),
                                "\n"));
    }

    private String staffRoutes() {
        return routes.all().stream()
                .filter(Route::isStaffs)
                .map(route ->
                        "| `%s` | `%s` | %s |"
                                .formatted(
                                        route,
                                        route.permission(),
                                        staffMarks(Objects.requireNonNull(route.permission()))))
                .collect(
                        Collectors.joining(
                                "\n",
                                head(
                                        "## Routes of the staff area",
                                        "Route | Permission",
                                        StaffRole.values()),
                                "\n"));
    }

    private static boolean isInside(Permission permission) {
        return Arrays.stream(StaffRole.values())
                .anyMatch(role -> role.inside().contains(permission));
    }

    private static String staffMarks(Permission permission) {
        return Arrays.stream(StaffRole.values())
                .map(role -> permission.isStaff() ? role.permissions() : role.inside())
                .map(permissions -> permissions.contains(permission) ? "✓" : "")
                .collect(Collectors.joining(" | "));
    }

    private String routes() {
        return routes.all().stream()
                .filter(route -> !route.isOpen() && !route.isStaffs())
                .map(route ->
                        "| `%s` | `%s` | %s |"
                                .formatted(
                                        route,
                                        route.permission(),
                                        route.isApi()
                                                ? "a key with `%s`".formatted(scope(route))
                                                        + " |".repeat(Role.values().length - 1)
                                                : marks(
                                                        Objects.requireNonNull(
                                                                route.permission()))))
                .collect(
                        Collectors.joining(
                                "\n",
                                head("## Routes", "Route | Permission", Role.values()),
                                "\n"));
    }

    private static String scope(Route route) {
        return Objects.requireNonNull(route.permission()).scope().orElseThrow();
    }

    private String open() {
        return routes.all().stream()
                .filter(Route::isOpen)
                .map(route ->
                        "| `%s` | %s |"
                                .formatted(
                                        route,
                                        Objects.requireNonNull(
                                                        route.handler()
                                                                .getMethodAnnotation(Open.class))
                                                .value()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "## Open to everybody\n\n| Route | Why |\n| --- | --- |\n",
                                "\n"));
    }

    private static String head(String title, String columns, Enum<?>[] roles) {
        var names =
                Arrays.stream(roles)
                        .map(role ->
                                role.name().charAt(0)
                                        + role.name().substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" | "));
        return title
                + "\n\n| "
                + columns
                + " | "
                + names
                + " |\n| --- | --- |"
                + " :-: |".repeat(roles.length)
                + "\n";
    }

    private static String marks(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> role.permissions().contains(permission) ? "✓" : "")
                .collect(Collectors.joining(" | "));
    }
}
