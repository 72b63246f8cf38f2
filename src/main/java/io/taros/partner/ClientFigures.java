package io.taros.partner;

/**
 * Brought by the module that counts. Sums only: nothing by which anybody who wrote could be told.
 */
public interface ClientFigures {
    int DAYS = 30;

    /**
     * @param withheld how many days of bots are in none of the sums, because too few came
     */
    record Figures(int conversations, int answered, int questions, long withheld) {
        public static final Figures NONE = new Figures(0, 0, 0, 0);

        public Figures plus(Figures other) {
            return new Figures(
                    conversations + other.conversations,
                    answered + other.answered,
                    questions + other.questions,
                    withheld + other.withheld);
        }

        /** Zero where nothing was asked. */
        public double answeredShare() {
            return questions == 0 ? 0 : (double) answered / questions;
        }
    }

    /** Of all bots of the bound organization, over the last {@link #DAYS}. */
    Figures get();
}
