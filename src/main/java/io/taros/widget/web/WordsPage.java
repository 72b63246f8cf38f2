package io.taros.widget.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The owner's words for one language of the widget.
 *
 * @param first what owners change first
 * @param rest everything else it says
 */
public record WordsPage(
        BotPick pick,
        Language language,
        List<Text> first,
        List<Text> rest,
        boolean isSaved,
        FormErrors errors)
        implements View {
    public WordsPage {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /**
     * @param isOurs whether the widget speaks it by itself
     */
    public record Language(String chosen, List<String> all, boolean isOurs) {}

    /**
     * @param label what it says, in the language of the page
     * @param ours what it says without the owner
     */
    public record Text(String name, String label, String ours, String own) {
        public boolean isLong() {
            return ours.length() > 60 || name.equals("questions");
        }
    }

    @Override
    public String template() {
        return "widget/words";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
