package io.taros.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds on a page, shadow roots included, as sentences; only what it calls serious or
 * critical.
 */
public final class Accessibility {
    /**
     * Without preloading: for the sake of one rule it fetches every style sheet again and puts it
     * into the page as inline style, which our pages forbid. A colour on its way to another is no
     * finding, so what changes is waited for.
     */
    private static final String RUN =
            """
            async () => {
                await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                const changing = document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity);
                await Promise.allSettled(changing.map(one => one.finished));
                const { violations } = await axe.run(document, { preload: false, resultTypes: ['violations'] });
                return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) =>
                    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
            }
            """;

    private static final String AXE = AxeBuilder.getAxeScript();

    private Accessibility() {}

    @SuppressWarnings("unchecked")
    public static List<String> graveFindings(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(RUN);
    }
}
