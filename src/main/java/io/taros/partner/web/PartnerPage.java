package io.taros.partner.web;

import io.taros.partner.ClientFigures.Figures;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * All of a partner's clients.
 *
 * @param name of a form shown again
 */
public record PartnerPage(List<Row> clients, String name, FormErrors errors) implements View {
    /**
     * @param seats how many members and open invitations there may be; absent for any number
     */
    public record Row(
            UUID id,
            String name,
            boolean isSuspended,
            boolean refuses,
            int members,
            @Nullable Integer seats,
            int bots,
            Figures figures) {}

    public PartnerPage {
        clients = List.copyOf(clients);
    }

    public Figures total() {
        return clients.stream().map(Row::figures).reduce(Figures.NONE, Figures::plus);
    }

    public int members() {
        return clients.stream().mapToInt(Row::members).sum();
    }

    public int bots() {
        return clients.stream().mapToInt(Row::bots).sum();
    }

    @Override
    public String template() {
        return "partner/partner";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
