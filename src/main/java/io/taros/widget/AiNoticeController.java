package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.widget.web.AiNoticePage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a bot says that it is an AI, and the proof that it did. */
@Controller
@RequestMapping("/bot/ai-notice")
class AiNoticeController {
    private final CurrentBot current;
    private final Bots bots;
    private final AiNotices notices;

    AiNoticeController(CurrentBot current, Bots bots, AiNotices notices) {
        this.current = current;
        this.bots = bots;
        this.notices = notices;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    AiNoticePage page(@RequestParam(required = false) @Nullable UUID bot) {
        return page(current.of(bot), "", FormErrors.NONE);
    }

    @PostMapping("/off")
    @Requires(Permission.BOT_WRITE)
    @StepUp
    View switchOff(@RequestParam UUID bot, @RequestParam(defaultValue = "") String reason) {
        var named = bots.get(new Bot.Id(bot));
        try {
            notices.switchOff(named.id(), reason);
            return new Redirect("/bot/ai-notice?bot=" + bot);
        } catch (BadInput refused) {
            return page(named, reason, FormErrors.of(refused));
        }
    }

    @PostMapping("/on")
    @Requires(Permission.BOT_WRITE)
    View switchOn(@RequestParam UUID bot) {
        notices.switchOn(bots.get(new Bot.Id(bot)).id());
        return new Redirect("/bot/ai-notice?bot=" + bot);
    }

    @GetMapping("/export.csv")
    @Requires(Permission.BOT_READ)
    void table(@RequestParam(required = false) @Nullable UUID bot, HttpServletResponse response)
            throws IOException {
        var shown = notices.shown(current.of(bot).id());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ai-notice.csv\"");
        AiNoticeTable.write(shown, response.getWriter());
    }

    private AiNoticePage page(Bot bot, String reason, FormErrors errors) {
        return new AiNoticePage(
                current.pick(bot),
                notices.off(bot.id())
                        .map(off -> new AiNoticePage.Off(off.reason(), off.since()))
                        .orElse(null),
                AiNotices.ownWords(bot),
                notices.shown(bot.id()).stream()
                        .map(shown ->
                                new AiNoticePage.Shown(
                                        shown.version(),
                                        shown.wording(),
                                        shown.first(),
                                        shown.last(),
                                        shown.conversations()))
                        .toList(),
                reason,
                errors);
    }
}
