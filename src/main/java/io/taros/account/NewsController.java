package io.taros.account;

import io.taros.account.AccountLinks.Purpose;
import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import io.taros.account.web.NewsPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.security.Open;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second yes to mail that nobody needs. */
@Controller
@RequestMapping("/news")
class NewsController {
    private static final String WHY = "guarded by a link in a mail to the address itself";

    private final AccountLinks links;
    private final Consents consents;
    private final AccountSettings settings;
    private final LinkPages linkPages;

    NewsController(
            AccountLinks links, Consents consents, AccountSettings settings, LinkPages linkPages) {
        this.links = links;
        this.consents = consents;
        this.settings = settings;
        this.linkPages = linkPages;
    }

    @GetMapping
    @Open(WHY)
    View page(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return links.find(Purpose.MARKETING, token).isPresent()
                ? new NewsPage(token)
                : new NoticePage(Notice.LINK_DEAD);
    }

    @PostMapping
    @Open(WHY)
    View confirm(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        var account = links.useUp(Purpose.MARKETING, token).map(Account.Id::new);
        account.ifPresent(id ->
                consents.add(
                        id,
                        new Entry(
                                Kind.MARKETING,
                                true,
                                settings.textsVersion(),
                                Language.of(request),
                                "mail")));
        return new NoticePage(account.isPresent() ? Notice.NEWS_ON : Notice.LINK_DEAD);
    }
}
