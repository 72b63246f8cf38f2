package io.taros.account;

import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.account.web.UnsubscribePage;
import io.taros.platform.security.Open;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Ends a kind of mail: posted to by mail programs, whose servers have no cookie and no token of a
 * page, and by people from the page that the link opens. Following the link changes nothing, since
 * scanners of mail follow links.
 */
@Controller
@RequestMapping(Unsubscribing.PATH + "{token}")
class UnsubscribeController {
    private static final String WHY = "guarded by the sealed link of a mail";

    private final Unsubscribing unsubscribing;
    private final LinkPages linkPages;

    UnsubscribeController(Unsubscribing unsubscribing, LinkPages linkPages) {
        this.unsubscribing = unsubscribing;
        this.linkPages = linkPages;
    }

    @GetMapping
    @Open(WHY)
    View page(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        linkPages.guard(request, response);
        return unsubscribing.isLink(token)
                ? new UnsubscribePage(token)
                : new NoticePage(Notice.LINK_DEAD);
    }

    @PostMapping
    @Open(WHY)
    View leave(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        linkPages.guard(request, response);
        return new NoticePage(unsubscribing.leave(token) ? Notice.MAIL_OFF : Notice.LINK_DEAD);
    }
}
