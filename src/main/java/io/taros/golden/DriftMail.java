package io.taros.golden;

import java.util.List;

/**
 * What a reader of the mail sees.
 *
 * @param link to the run
 * @param setting where it is decided whether there will be more
 */
public record DriftMail(
        String language,
        String subject,
        String lead,
        List<Section> sections,
        Link link,
        String why,
        Link setting) {
    public DriftMail {
        sections = List.copyOf(sections);
    }

    /**
     * @param more how many are left out; empty if none
     */
    public record Section(String title, List<String> questions, String more) {
        public Section {
            questions = List.copyOf(questions);
        }
    }

    public record Link(String words, String url) {}

    String text() {
        var text = new StringBuilder(lead).append("\n");
        for (var section : sections) {
            text.append("\n").append(section.title()).append("\n");
            section.questions()
                    .forEach(question -> text.append("- ").append(question).append("\n"));
            if (!section.more().isEmpty()) {
                text.append(section.more()).append("\n");
            }
        }
        return text.append("\n")
                .append(link.words() + ":\n" + link.url() + "\n\n")
                .append(why + " " + setting.words() + ":\n" + setting.url() + "\n")
                .toString();
    }
}
