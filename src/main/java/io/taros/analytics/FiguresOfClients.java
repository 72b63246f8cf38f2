package io.taros.analytics;

import io.taros.bot.Bots;
import io.taros.partner.ClientFigures;
import org.springframework.stereotype.Component;

/** What a partner may know of how its clients' bots do: what their own insights add up to. */
@Component
class FiguresOfClients implements ClientFigures {
    private final Bots bots;
    private final Insights insights;

    FiguresOfClients(Bots bots, Insights insights) {
        this.bots = bots;
        this.insights = insights;
    }

    @Override
    public Figures get() {
        var today = insights.today();
        return bots.list().stream()
                .map(bot -> of(insights.of(bot.id(), today.minusDays(DAYS - 1L), today)))
                .reduce(Figures.NONE, Figures::plus);
    }

    private static Figures of(Period period) {
        var sums = period.totals();
        return new Figures(
                sums.conversations(), sums.answered(), sums.questions(), period.withheld());
    }
}
