package io.taros;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.organization.web.OrganizationsPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.Shell;
import io.taros.platform.web.Texts;
import io.taros.platform.web.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class EveryViewRendersTest {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");

    @Test
    void hasASampleOfEveryView() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(View.class));
        var views =
                scan.findCandidateComponents("io.taros").stream()
                        .map(found -> String.valueOf(found.getBeanClassName()))
                        .filter(view -> !view.equals(Redirect.class.getName()))
                        .collect(Collectors.toCollection(TreeSet::new));

        var samples =
                SampleViews.all().values().stream()
                        .map(view -> view.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(samples).isEqualTo(views);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void rendersInEveryLanguage(String language) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "views", language));
        for (var sample : SampleViews.all().entrySet()) {
            var html = render(sample.getValue(), language, EnumSet.allOf(Permission.class));

            assertThat(html).as(sample.getKey()).doesNotContain("<script>alert");
            assertThat(html).as(sample.getKey()).doesNotContain(" style=\"");

            Files.writeString(folder.resolve(sample.getKey() + ".html"), html);
        }
    }

    @Test
    void namesEveryFieldByALabelAndEveryPlaceOnce() {
        for (var sample : SampleViews.all().entrySet()) {
            var page =
                    Jsoup.parse(render(sample.getValue(), "en", EnumSet.allOf(Permission.class)));

            assertThat(page.select("[id]").eachAttr("id"))
                    .as("ids of %s", sample.getKey())
                    .doesNotHaveDuplicates();
            for (var label : page.select("label[for]")) {
                assertThat(page.select("input, select, textarea").eachAttr("id"))
                        .as("label %s of %s", label.text(), sample.getKey())
                        .contains(label.attr("for"));
            }
        }
    }

    /** Whoever is a partner's client finds no other name on any page of theirs. */
    @Test
    void saysNothingOfItsMakerUnderAnotherName() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "views", "branded"));
        for (var sample : SampleViews.all().entrySet()) {
            for (var brand : List.of(SamplePartner.NAMED, SamplePartner.ODD)) {
                var view = sample.getValue();
                var html = render(view, "en", EnumSet.allOf(Permission.class), brand);
                Files.writeString(
                        folder.resolve(
                                sample.getKey()
                                        + (brand.logo() == null ? "-odd" : "-named")
                                        + ".html"),
                        html);

                var page = Jsoup.parse(html);
                if (!OURS.contains(view.template().replaceAll("/.*", "")) && !isPartners(view)) {
                    assertThat(page.title() + " " + page.body().wholeText())
                            .as(sample.getKey())
                            .doesNotContainPattern("\\bTaros\\b(?!\\.identify)");
                }
            }
        }
    }

    /** Of the installation, its first start and its news, and of a partner about its own brand. */
    private static final Set<String> OURS = Set.of("site", "staff", "evaluation", "golden");

    private static boolean isPartners(View view) {
        return Set.of("partner/brand", "account/waiting", "account/news", "account/register")
                .contains(view.template());
    }

    @Test
    void rendersForSomebodyWhoMayNothing() {
        for (var sample : SampleViews.all().values()) {
            assertThat(render(sample, "en", Set.of())).doesNotContain("data-dialog=\"add\"");
        }
    }

    private String render(View view, String language, Set<Permission> permissions) {
        return render(view, language, permissions, Brand.OWN);
    }

    private String render(View view, String language, Set<Permission> permissions, Brand brand) {
        var shell =
                new Shell(
                        new Texts(Bundles.all(), Locale.forLanguageTag(language)),
                        pathOf(view),
                        "nonce",
                        () -> "token",
                        "Freja Holm-Vestergaard",
                        "Fjord & Thread, Wool and Yarn of the Western Harbour",
                        permissions,
                        view instanceof OrganizationsPage page && page.mayOpen()
                                ? Caller.Guest.PARTNER
                                : null,
                        Shell.Theme.SYSTEM,
                        Set.of(),
                        SampleViews.NOW.atZone(ZoneId.of("Europe/Copenhagen")),
                        brand);
        var output = new StringOutput();
        templates.render(view.template() + ".jte", Map.of("view", view, "shell", shell), output);
        return output.toString();
    }

    private static String pathOf(View view) {
        return switch (view.template().replaceAll("/.*", "")) {
            case "knowledge" -> "/knowledge";
            case "bot", "widget" -> "/bot";
            case "answering", "golden" -> "/test";
            case "inbox" -> "/inbox";
            case "analytics" -> "/insights";
            case "organization" -> "/settings";
            case "staff" -> "/staff/organizations";
            default -> "/home";
        };
    }
}
