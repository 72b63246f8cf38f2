package io.taros.golden.web;

import io.taros.golden.Proposal;
import io.taros.golden.Proposals;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * Questions found in a bot's sources, to be ticked.
 *
 * @param chosen keys of those that are ticked
 */
public record ProposalsPage(
        BotPick pick, List<Proposal> proposals, Set<String> chosen, FormErrors errors)
        implements View {
    public ProposalsPage {
        proposals = List.copyOf(proposals);
        chosen = Set.copyOf(chosen);
    }

    public List<Proposal> of(Proposal.Origin origin) {
        return proposals.stream().filter(one -> one.origin() == origin).toList();
    }

    public boolean isChosen(Proposal proposal) {
        return chosen.contains(proposal.key());
    }

    /** There may be more than are shown. */
    public boolean isFull() {
        return proposals.size() == Proposals.SHOWN;
    }

    @Override
    public String template() {
        return "golden/proposals";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
