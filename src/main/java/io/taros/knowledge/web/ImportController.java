package io.taros.knowledge.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.knowledge.ColumnRoles;
import io.taros.knowledge.ColumnRoles.Role;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.ImportPlan;
import io.taros.knowledge.ImportPlan.Fate;
import io.taros.knowledge.ImportPlan.Mode;
import io.taros.knowledge.PairImport;
import io.taros.knowledge.PairTable;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.SpreadsheetCell;
import io.taros.platform.web.TooLarge;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Pairs as a table, in and out. The file stays in its reader's browser, which sends it along with
 * every step: nothing is kept here before it is imported.
 */
@Controller
@RequestMapping("/knowledge/questions")
class ImportController {
    private static final int SHOWN = 50;

    /**
     * @param column what each column holds; none before anybody has said
     * @param seen names the file whose columns and lines were shown
     * @param act IMPORT, or anything else to see first what it would do
     */
    record Form(
            @Nullable UUID bot,
            @Nullable MultipartFile file,
            @Nullable List<Role> column,
            @Nullable Boolean head,
            @Nullable String seen,
            @Nullable Mode mode,
            @Nullable Boolean rights,
            @Nullable String act) {
        private Mode chosenMode() {
            return mode == null ? Mode.ADD : mode;
        }

        /** What was said of another file's columns does not hold. */
        private @Nullable ColumnRoles columns() throws IOException {
            return column == null || column.isEmpty() || !version().equals(seen)
                    ? null
                    : new ColumnRoles(column, Boolean.TRUE.equals(head));
        }

        private FormErrors missing() throws IOException {
            var file =
                    version().equals(seen)
                            ? FormErrors.NONE
                            : FormErrors.NONE.text("file", "knowledge.import.unseen");
            return Boolean.TRUE.equals(rights)
                    ? file
                    : file.text("rights", "knowledge.rights.needed");
        }

        private String version() throws IOException {
            return PairImport.version(content());
        }

        private byte[] content() throws IOException {
            if (file == null || file.isEmpty()) {
                throw new BadInput("file", "knowledge.import.file.none");
            }
            if (file.getSize() > PairImport.MAX_BYTES) {
                throw new TooLarge("knowledge.input.file-large", PairImport.MAX_BYTES >> 20);
            }
            return file.getBytes();
        }
    }

    private final PairImport imports;
    private final PairTable table;
    private final CurrentBot current;
    private final RateLimits limits;
    private final MessageSource messages;

    ImportController(
            PairImport imports,
            PairTable table,
            CurrentBot current,
            RateLimits limits,
            MessageSource messages) {
        this.imports = imports;
        this.table = table;
        this.current = current;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/import")
    @Requires(Permission.KNOWLEDGE_WRITE)
    ImportPage page(@RequestParam(required = false) @Nullable UUID bot) {
        return new ImportPage(current.pick(current.of(bot)), null, Mode.ADD, FormErrors.NONE);
    }

    @PostMapping("/import")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View see(Form form, Caller caller, Locale locale) throws IOException, InterruptedException {
        var bot = current.of(form.bot());
        try {
            var plan = plan(bot, form);
            var preview = preview(plan, form.version(), locale);
            if (!"IMPORT".equals(form.act())) {
                return page(bot, form, preview, FormErrors.NONE);
            }
            var missing = form.missing();
            if (!missing.isEmpty()) {
                return page(bot, form, preview, missing);
            }
            imports.run(plan, Confirmation.by(caller));
            return new Redirect(
                    "/knowledge/questions?bot=%s&imported=%d"
                            .formatted(bot.id().value(), plan.taken()));
        } catch (BadInput refused) {
            return page(bot, form, null, FormErrors.of(refused));
        } catch (TooLarge refused) {
            return page(bot, form, null, FormErrors.of(refused.in("file")));
        }
    }

    /** The lines that cannot be taken, to be mended and sent again. */
    @PostMapping("/import/errors")
    @Requires(Permission.KNOWLEDGE_WRITE)
    void errors(Form form, HttpServletResponse response, Locale locale)
            throws IOException, InterruptedException {
        var plan = plan(current.of(form.bot()), form);
        send(response, "question-errors.csv");
        var out = response.getWriter();
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("line", "question", "answer", "phrasings", "error");
            for (var line : plan.of(Fate.WRONG)) {
                var words = line.words();
                csv.writeRecord(
                        String.valueOf(line.number()),
                        SpreadsheetCell.harmless(words.question()),
                        SpreadsheetCell.harmless(words.answer()),
                        SpreadsheetCell.harmless(String.join(" | ", words.phrasings())),
                        why(line, locale));
            }
        }
    }

    @GetMapping("/export.csv")
    @Requires(Permission.KNOWLEDGE_READ)
    void export(@RequestParam(required = false) @Nullable UUID bot, HttpServletResponse response)
            throws IOException {
        var chosen = current.of(bot);
        send(response, "questions.csv");
        table.write(chosen.id(), response.getWriter());
    }

    private ImportPlan plan(Bot bot, Form form) throws IOException, InterruptedException {
        limits.take(Limit.TABLE, Tenancy.organization().toString());
        return imports.plan(bot.id(), form.content(), form.columns(), form.chosenMode());
    }

    private static void send(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private ImportPage page(
            Bot bot, Form form, ImportPage.@Nullable Preview preview, FormErrors errors) {
        return new ImportPage(current.pick(bot), preview, form.chosenMode(), errors);
    }

    private ImportPage.Preview preview(ImportPlan plan, String seen, Locale locale) {
        var columns = plan.columns();
        return new ImportPage.Preview(
                seen,
                IntStream.range(0, columns.roles().size())
                        .mapToObj(number -> column(plan, number))
                        .toList(),
                columns.hasHead(),
                columns.isComplete(),
                new ImportPage.Tally(
                        plan.of(Fate.ADDED).size(),
                        plan.of(Fate.UPDATED).size(),
                        plan.of(Fate.KNOWN).size(),
                        plan.of(Fate.WRONG).size()),
                plan.of(Fate.WRONG).stream()
                        .limit(SHOWN)
                        .map(line -> wrong(line, locale))
                        .toList());
    }

    private static ImportPage.Column column(ImportPlan plan, int number) {
        return new ImportPage.Column(
                plan.columns().roles().get(number),
                plan.head().stream().map(row -> row.cell(number)).toList());
    }

    private ImportPage.Wrong wrong(ImportPlan.Line line, Locale locale) {
        return new ImportPage.Wrong(line.number(), line.words().question(), why(line, locale));
    }

    private String why(ImportPlan.Line line, Locale locale) {
        var problem = line.problem();
        return problem == null ? "" : messages.getMessage(problem, locale);
    }
}
