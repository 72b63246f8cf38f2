package io.taros.egress;

import io.taros.egress.SubProcessorLists.Version;
import io.taros.egress.web.SubProcessorsPage;
import io.taros.egress.web.SubProcessorsPage.Change;
import io.taros.egress.web.SubProcessorsPage.Line;
import io.taros.platform.security.Open;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who processes for this installation: for anybody to read, and for a reader of feeds to watch. */
@Controller
@ConditionalOnWebApplication
class SubProcessorsController {
    private static final int VERSIONS = 50;

    private final SubProcessorLists lists;
    private final Branding branding;
    private final MessageSource messages;
    private final InstantSource clock;

    SubProcessorsController(
            SubProcessorLists lists,
            Branding branding,
            MessageSource messages,
            InstantSource clock) {
        this.lists = lists;
        this.branding = branding;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/sub-processors")
    @Open("who processes for this installation is for everybody to know")
    SubProcessorsPage page() {
        var versions = lists.list(VERSIONS);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var lines = new ArrayList<Line>();
        if (!versions.isEmpty()) {
            versions.getFirst()
                    .entries()
                    .forEach(entry ->
                            lines.add(
                                    new Line(
                                            entry, entry.isComing(today), since(entry, versions))));
        }
        return new SubProcessorsPage(lines, changes(versions));
    }

    /** Atom (RFC 4287): one entry a version. */
    @GetMapping("/sub-processors.atom")
    @Open("who processes for this installation is for everybody to know")
    ResponseEntity<String> feed(Locale locale) {
        var brand = branding.here();
        var feed =
                new AtomFeed(branding.link(brand, "/sub-processors"), new Texts(messages, locale));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(feed.write(changes(lists.list(VERSIONS))));
    }

    /** What each version changed, the newest first. */
    private static List<Change> changes(List<Version> versions) {
        var changes = new ArrayList<Change>();
        for (var i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var before =
                    i + 1 < versions.size()
                            ? versions.get(i + 1).entries()
                            : List.<SubProcessor>of();
            if (i + 1 == versions.size() && version.number() > 1) {
                break;
            }
            changes.add(
                    new Change(
                            version.number(),
                            version.at(),
                            without(version.entries(), SubProcessors.ids(before)),
                            without(before, SubProcessors.ids(version.entries())),
                            altered(version.entries(), before)));
        }
        return changes;
    }

    private static List<SubProcessor> without(List<SubProcessor> entries, Set<String> ids) {
        return entries.stream().filter(entry -> !ids.contains(entry.id())).toList();
    }

    private static List<SubProcessor> altered(
            List<SubProcessor> entries, List<SubProcessor> before) {
        var ids = SubProcessors.ids(before);
        return entries.stream()
                .filter(entry -> ids.contains(entry.id()) && !before.contains(entry))
                .toList();
    }

    /** Of the oldest version in a row that has it. */
    private static Instant since(SubProcessor entry, List<Version> versions) {
        var since = versions.getFirst().at();
        for (var version : versions) {
            if (!SubProcessors.ids(version.entries()).contains(entry.id())) {
                break;
            }
            since = version.at();
        }
        return since;
    }
}
