package io.taros.platform.web;

/** The organization itself is not served, or not with this, whoever asks on its behalf. */
public final class Unserved extends Refusal {
    private final Problem problem;

    public Unserved(Problem problem, String key) {
        super(key);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
