package io.taros.home.web;

import io.taros.platform.web.View;
import java.util.List;

/** What is done, what comes next, and whether all is well. */
public record HomePage(String bot, List<Step> steps, Figures figures, List<Check> checks)
        implements View {
    public HomePage {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }

    /** A step of setting up; ticks itself when the thing is there. */
    public enum Step {
        TEACH("/knowledge?add=website"),
        ASK("/test"),
        SHAPE("/bot"),
        EMBED("/bot/widget#snippet");

        private final String address;

        Step(String address) {
            this.address = address;
        }

        public String address() {
            return address;
        }
    }

    public record Figures(long sources, long documents, long passages, long conversations) {}

    /** Something that is well or wants a look. */
    public record Check(Tone tone, String key, List<Object> arguments, String address) {}

    public enum Tone {
        GOOD,
        BUSY,
        WARN,
        BAD
    }

    /** The steps that are done; {@link Step} lists them all. */
    public boolean isDone(Step step) {
        return steps.contains(step);
    }

    public boolean isNext(Step step) {
        for (var one : Step.values()) {
            if (!isDone(one)) {
                return one == step;
            }
        }
        return false;
    }

    public boolean isAllDone() {
        return steps.size() == Step.values().length;
    }

    @Override
    public String template() {
        return "home/home";
    }
}
