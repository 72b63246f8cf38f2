package io.taros.lead;

import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads to read: what was left, and how far people are with it. */
@Component
public class LeadDesk {
    private final DeskLeads desk;
    private final Leads leads;

    LeadDesk(DeskLeads desk, Leads leads) {
        this.desk = desk;
        this.leads = leads;
    }

    public record Opened(DeskLead progress, Lead lead) {}

    /**
     * @param next after which the list goes on; absent at its end
     */
    public record Page(List<Opened> leads, Lead.@Nullable Id next) {
        public Page {
            leads = List.copyOf(leads);
        }
    }

    /** The newest first; those merged into another are found with that one. */
    public Page list(LeadFilter filter, Lead.@Nullable Id after, int limit) {
        var found = desk.list(filter, after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(open(shown), found.size() > limit ? shown.getLast().leadId() : null);
    }

    /**
     * @throws NotFound for what the caller may not see or nobody may use, as for what is not there
     */
    public Opened get(Lead.Id id) {
        return open(List.of(desk.get(id))).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** What was merged into it, oldest first. */
    public List<Opened> parts(Opened one) {
        return open(desk.parts(one.lead().id()));
    }

    /** Others with the same address or number that are not merged with it, oldest first. */
    public List<Opened> alike(Opened one) {
        var id = one.lead().id();
        return leads.alike(one.lead()).stream()
                .flatMap(other ->
                        desk.find(other.id()).map(progress -> new Opened(progress, other)).stream())
                .filter(other -> !id.equals(other.progress().mergedInto()))
                .filter(other -> !other.lead().id().equals(one.progress().mergedInto()))
                .toList();
    }

    /** One that goes meanwhile is left out. */
    private List<Opened> open(Collection<DeskLead> found) {
        var opened =
                leads.listToUse(found.stream().map(DeskLead::leadId).toList()).stream()
                        .collect(Collectors.toMap(Lead::id, Function.identity()));
        return found.stream()
                .flatMap(progress ->
                        Optional.ofNullable(opened.get(progress.leadId()))
                                .map(lead -> new Opened(progress, lead))
                                .stream())
                .toList();
    }
}
