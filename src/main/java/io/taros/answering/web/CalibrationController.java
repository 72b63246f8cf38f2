package io.taros.answering.web;

import io.taros.answering.JudgedAnswers;
import io.taros.bot.CurrentBot;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Test: what a bot's own judged answers change about its scores. */
@Controller
@RequestMapping("/test/calibration")
class CalibrationController {
    private final JudgedAnswers judged;
    private final CurrentBot current;

    CalibrationController(JudgedAnswers judged, CurrentBot current) {
        this.judged = judged;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.GOLDEN_READ)
    CalibrationPage page(@RequestParam(required = false) @Nullable UUID bot) {
        var asked = current.of(bot);
        return new CalibrationPage(
                current.pick(asked), judged.of(asked.id()), judged.tallies(asked.id()));
    }

    @PostMapping("/removal")
    @Requires(Permission.GOLDEN_WRITE)
    Redirect startAgain(@RequestParam(required = false) @Nullable UUID bot) {
        var asked = current.of(bot);
        judged.startAgain(asked.id());
        return new Redirect("/test/calibration?bot=" + asked.id().value());
    }
}
