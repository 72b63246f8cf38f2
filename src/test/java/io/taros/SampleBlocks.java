package io.taros;

import static io.taros.SampleViews.ago;

import io.taros.block.Block.Length;
import io.taros.block.Block.Reason;
import io.taros.block.Trait.Kind;
import io.taros.block.web.BlockPage;
import io.taros.block.web.BlocksPage;
import io.taros.block.web.BlocksPage.Row;
import io.taros.block.web.BlocksPage.Typed;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who may not write: nobody, several, and a wrong form. */
final class SampleBlocks {
    private static final Typed BLANK = new Typed("", "", Reason.SPAM, Length.MONTH);

    private SampleBlocks() {}

    static void put(Map<String, View> views) {
        views.put("blocks-none", new BlocksPage(List.of(), BLANK, "lifted", FormErrors.NONE));
        views.put(
                "blocks-some",
                new BlocksPage(
                        List.of(
                                new Row(
                                        new UUID(9, 1),
                                        "Casino links <b>every</b> Friday night, whoever they are by now",
                                        Reason.SPAM,
                                        null,
                                        Set.of(Kind.CONVERSATION, Kind.ADDRESS, Kind.EMAIL),
                                        List.of("Robin", "Wren"),
                                        "Freja Holm-Vestergaard",
                                        ago(Duration.ofHours(3)),
                                        ago(Duration.ofDays(-30)),
                                        true),
                                new Row(
                                        new UUID(9, 2),
                                        "",
                                        Reason.THREATS,
                                        "2001:db8:4::/48",
                                        Set.of(),
                                        List.of(),
                                        null,
                                        ago(Duration.ofDays(90)),
                                        null,
                                        false)),
                        new Typed("everybody", "", Reason.OTHER, Length.FOR_GOOD),
                        null,
                        FormErrors.NONE.text("range", "block.range.wrong")));
        views.put("block-new", new BlockPage(new UUID(9, 3), BLANK, true, FormErrors.NONE));
        views.put(
                "block-wrong",
                new BlockPage(
                        new UUID(9, 3),
                        new Typed("", "mette@example.org", Reason.ABUSE, Length.DAY),
                        false,
                        FormErrors.NONE.text("label", "block.label.personal")));
    }
}
