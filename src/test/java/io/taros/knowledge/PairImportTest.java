package io.taros.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.knowledge.ColumnRoles.Role;
import io.taros.knowledge.ImportPlan.Fate;
import io.taros.knowledge.ImportPlan.Line;
import io.taros.knowledge.ImportPlan.Mode;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@TarosTest
class PairImportTest {
    private static final Confirmation ADA = new Confirmation("account:ada");

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final PairImport imports;
    private final PairTable table;
    private final Pairs pairs;
    private final Sources sources;
    private final Bots bots;
    private final BotDrafts drafts;
    private Bot.Id robin;

    PairImportTest(
            PairImport imports,
            PairTable table,
            Pairs pairs,
            Sources sources,
            Bots bots,
            BotDrafts drafts) {
        this.imports = imports;
        this.table = table;
        this.pairs = pairs;
        this.sources = sources;
        this.bots = bots;
        this.drafts = drafts;
    }

    @BeforeEach
    void open() {
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @Test
    void guessesColumnsByTheirNames() {
        var plan = plan("Owner;Svar;Spørgsmål;Varianter\nKim;Kl. 9.;Åbent?;Hvornår? | Tider", null);

        assertThat(plan.columns())
                .isEqualTo(
                        new ColumnRoles(
                                List.of(Role.NONE, Role.ANSWER, Role.QUESTION, Role.WORDINGS),
                                true));
        assertThat(plan.lines())
                .extracting(Line::words)
                .containsExactly(
                        new NewSource.Qa(robin, "Åbent?", List.of("Hvornår?", "Tider"), "Kl. 9."));
    }

    @Test
    void guessesColumnsByWhatStandsInThem() {
        var plan = plan("7,We open at nine.,Open?\n8,The dog is Skipper.,Who?\n", null);

        assertThat(plan.columns())
                .isEqualTo(new ColumnRoles(List.of(Role.NONE, Role.ANSWER, Role.QUESTION), false));
        assertThat(plan.lines()).hasSize(2);
    }

    @Test
    void saysOfEveryLineWhatBecomesOfItAndDoesNothingYet() {
        add("Open?", "At nine.");
        add("Who is the dog?", "Skipper.");

        var plan =
                plan(
                        """
                        question,answer
                        Open?,At nine.
                        who is  the dog,Rex.
                        New?,
                        Other?,Yes.
                        other,No.
                        new,At last.
                        Long?,%s
                        """
                                .formatted("x".repeat(20_001)),
                        null);

        assertThat(plan.lines())
                .extracting(Line::number, Line::fate, PairImportTest::key)
                .containsExactly(
                        tuple(2, Fate.KNOWN, ""),
                        tuple(3, Fate.WRONG, "knowledge.import.exists"),
                        tuple(4, Fate.WRONG, "knowledge.input.qa-empty"),
                        tuple(5, Fate.ADDED, ""),
                        tuple(6, Fate.WRONG, "knowledge.import.twice"),
                        tuple(7, Fate.ADDED, ""),
                        tuple(8, Fate.WRONG, "knowledge.input.qa-large"));
        assertThat(answers()).containsExactlyInAnyOrder("At nine.", "Skipper.");
    }

    @Test
    void addsAndChangesWhatIsRightAndLeavesTheRest() {
        Tenancy.runAs(
                acme,
                () ->
                        sources.add(
                                new NewSource.Qa(
                                        robin, "Who is the dog?", List.of("Dog?"), "Skipper."),
                                ADA));

        run("question,answer\nWho is the dog?,Rex.\nNew?,\nOpen?,At ten.", Mode.UPDATE);

        assertThat(listed())
                .extracting(NewSource.Qa::question, NewSource.Qa::answer, NewSource.Qa::phrasings)
                .containsExactlyInAnyOrder(
                        tuple("Who is the dog?", "Rex.", List.of("Dog?")),
                        tuple("Open?", "At ten.", List.of()));
    }

    @Test
    void takesNothingWhenSomethingHasChangedMeanwhile() {
        add("Open?", "At nine.");
        var plan = plan("question,answer\nNew?,Yes.\nOpen?,At ten.", null, Mode.UPDATE);
        run("question,answer\nOpen?,At eleven.", Mode.UPDATE);

        assertThatThrownBy(() -> Tenancy.runAs(acme, () -> imports.run(plan, ADA)))
                .isInstanceOf(BadInput.class)
                .hasMessage("knowledge.import.changed");
        assertThat(answers()).containsExactly("At eleven.");
    }

    @Test
    void knowsWhatOneOfSeveralSays() {
        add("Open?", "At nine.");
        add("open", "At ten.");

        assertThat(plan("question,answer\nOpen?,At nine.", null, Mode.UPDATE).lines())
                .extracting(Line::fate)
                .containsExactly(Fate.KNOWN);
    }

    @Test
    void waitsInTheDraftWhereChangesDo() {
        add("Who is the dog?", "Skipper.");
        Tenancy.callAs(acme, () -> drafts.gate(robin));

        run("question,answer\nWho is the dog?,Rex.\nOpen?,At ten.", Mode.UPDATE);

        assertThat(Tenancy.callAs(acme, () -> pairs.list(robin, Pair.Sought.ALL, 0, 10)))
                .extracting(pair -> pair.words().answer(), Pair::standing)
                .containsExactlyInAnyOrder(
                        tuple("Skipper.", Source.Standing.LEAVING),
                        tuple("Rex.", Source.Standing.DRAFT),
                        tuple("At ten.", Source.Standing.DRAFT));
    }

    @Test
    void takesWhatItExports() throws IOException {
        Tenancy.runAs(
                acme,
                () ->
                        sources.add(
                                new NewSource.Qa(
                                        robin,
                                        "=Sum?",
                                        List.of("+1?", "Two\tthree?"),
                                        "-5 °C, \"cold\"\nand wet"),
                                ADA));
        var out = new StringWriter();
        Tenancy.callAs(
                acme,
                () -> {
                    table.write(robin, out);
                    return out;
                });

        assertThat(out.toString()).contains("'=Sum?", "'-5 °C").doesNotContain(",=", "\n=");
        assertThat(plan(out.toString(), null).lines())
                .extracting(Line::fate)
                .containsExactly(Fate.KNOWN);
    }

    @Test
    void takesHundredsAtOnce() {
        var lines =
                IntStream.range(0, 500)
                        .mapToObj("What is number %1$d?,It is the number %1$d.\n"::formatted)
                        .collect(Collectors.joining());
        run(lines, Mode.ADD);

        assertThat(Tenancy.callAs(acme, () -> pairs.count(robin, ""))).isEqualTo(500);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> plan("%PDF-1.4\u0000\u0001", null))
                .isInstanceOf(BadInput.class)
                .hasMessage("knowledge.read.no-table");
        assertThatThrownBy(() -> plan("", null)).hasMessage("knowledge.input.file-empty");
        assertThatThrownBy(() -> plan("x".repeat((5 << 20) + 1), null))
                .hasMessage("knowledge.input.file-large");
        assertThat(plan("only one column\nof words", null).columns().isComplete()).isFalse();
    }

    private static String key(Line line) {
        return line.problem() == null ? "" : String.valueOf(line.problem().getMessage());
    }

    private ImportPlan plan(String file, @Nullable ColumnRoles columns) {
        return plan(file, columns, Mode.ADD);
    }

    private ImportPlan plan(String file, @Nullable ColumnRoles columns, Mode mode) {
        return Tenancy.callAs(
                acme,
                () -> {
                    try {
                        return imports.plan(robin, file.getBytes(UTF_8), columns, mode);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void run(String file, Mode mode) {
        var plan = plan(file, null, mode);
        Tenancy.runAs(acme, () -> imports.run(plan, ADA));
    }

    private void add(String question, String answer) {
        Tenancy.runAs(
                acme, () -> sources.add(new NewSource.Qa(robin, question, List.of(), answer), ADA));
    }

    private List<NewSource.Qa> listed() {
        return Tenancy.callAs(acme, () -> pairs.list(robin, Pair.Sought.ALL, 0, 10)).stream()
                .map(Pair::words)
                .toList();
    }

    private List<String> answers() {
        return listed().stream().map(NewSource.Qa::answer).toList();
    }
}
