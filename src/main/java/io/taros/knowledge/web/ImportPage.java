package io.taros.knowledge.web;

import io.taros.knowledge.ColumnRoles;
import io.taros.knowledge.ImportPlan;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A table of questions on its way in: which columns it has, and what would become of its lines. */
public record ImportPage(
        BotPick pick, @Nullable Preview preview, ImportPlan.Mode mode, FormErrors errors)
        implements View {

    /**
     * @param seen names the file that is shown
     * @param wrong the first of the lines that cannot be taken
     */
    public record Preview(
            String seen,
            List<Column> columns,
            boolean hasHead,
            boolean isComplete,
            Tally tally,
            List<Wrong> wrong) {
        public Preview {
            columns = List.copyOf(columns);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * @param cells of the first rows
     */
    public record Column(ColumnRoles.Role role, List<String> cells) {
        public Column {
            cells = List.copyOf(cells);
        }
    }

    public record Tally(int added, int updated, int known, int wrong) {
        public int taken() {
            return added + updated;
        }
    }

    public record Wrong(int line, String question, String why) {}

    @Override
    public String template() {
        return "knowledge/import";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
