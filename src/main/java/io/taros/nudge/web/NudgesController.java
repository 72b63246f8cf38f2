package io.taros.nudge.web;

import io.taros.nudge.Occasion;
import io.taros.nudge.WishList;
import io.taros.nudge.Wishes;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/account/notifications")
class NudgesController {
    record Form(
            Wishes.@Nullable Way assigned,
            Wishes.@Nullable Way mentioned,
            Wishes.@Nullable Way waiting,
            Wishes.@Nullable Way replied,
            Wishes.@Nullable Pace digest,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable Set<Occasion> pushed) {
        private Wishes wishes() {
            return new Wishes(
                    way(assigned),
                    way(mentioned),
                    way(waiting),
                    way(replied),
                    pace(),
                    time("quietFrom", quietFrom),
                    time("quietUntil", quietUntil),
                    chosen());
        }

        private NudgesPage.Draft draft() {
            return new NudgesPage.Draft(
                    Map.of(
                            Occasion.ASSIGNED, way(assigned),
                            Occasion.MENTIONED, way(mentioned),
                            Occasion.WAITING, way(waiting),
                            Occasion.REPLIED, way(replied)),
                    chosen(),
                    pace(),
                    quietFrom == null ? "" : quietFrom,
                    quietUntil == null ? "" : quietUntil);
        }

        private Set<Occasion> chosen() {
            return pushed == null ? Set.of() : pushed;
        }

        private Wishes.Pace pace() {
            return digest == null ? Wishes.Pace.DAILY : digest;
        }

        private static Wishes.Way way(Wishes.@Nullable Way chosen) {
            return chosen == null ? Wishes.Way.NEVER : chosen;
        }

        private static @Nullable LocalTime time(String field, @Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
            } catch (DateTimeException e) {
                throw new BadInput(field, "nudge.input.time");
            }
        }
    }

    private final WishList wishes;
    private final NudgesPages pages;

    NudgesController(WishList wishes, NudgesPages pages) {
        this.wishes = wishes;
        this.pages = pages;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    NudgesPage page(Caller caller) {
        return pages.page(caller, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    View save(Form form, Caller caller) {
        try {
            var wanted = form.wishes();
            if (pages.isMember(caller)) {
                wishes.set(NudgesPages.idOf(caller), wanted);
            }
            return new Redirect("/account/notifications");
        } catch (BadInput refused) {
            return pages.page(caller, form.draft(), FormErrors.of(refused));
        }
    }
}
