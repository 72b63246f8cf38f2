package io.taros.platform.erasure;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out again what was erased before, by the erasers of the modules themselves. */
@Component
public class ReplayErasures {
    private final Map<String, Eraser> erasers;

    ReplayErasures(List<Eraser> erasers) {
        this.erasers =
                erasers.stream().collect(Collectors.toMap(Eraser::kind, Function.identity()));
    }

    /**
     * @return how many were back, by kind
     * @throws IllegalStateException if a line is of a kind that nobody here can erase
     */
    public Map<String, Integer> replay(List<Erasure> erasures) {
        var gone = new TreeMap<String, Integer>();
        ErasureJournal.whileReplaying(() ->
                erasures.stream()
                        .filter(Erasure::isErasure)
                        .distinct()
                        .filter(this::eraseAgain)
                        .forEach(erasure -> gone.merge(erasure.kind(), 1, Integer::sum)));
        return gone;
    }

    private boolean eraseAgain(Erasure erasure) {
        var eraser = erasers.get(erasure.kind());
        if (eraser == null) {
            throw new IllegalStateException(
                    "The journal of erasures has a line of kind '%s', which a newer version wrote"
                            .formatted(erasure.kind()));
        }
        var organization = erasure.organization();
        return organization == null
                ? eraser.eraseAgain(erasure.id())
                : Tenancy.callAs(
                        new OrganizationId(organization), () -> eraser.eraseAgain(erasure.id()));
    }
}
