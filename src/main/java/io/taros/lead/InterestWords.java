package io.taros.lead;

/**
 * The beginnings of words by which visitors show interest, in every language the widget speaks. A
 * hint when to offer the form and nothing more: nobody is judged by it.
 */
public final class InterestWords {
    private static final String WORDS =
            "pris|preis|prix|precio|prijs|price|pricing|cost|cuest|coût|kost|tarif|quote|quotation|devis|presupuesto"
                    + "|offert|angebot|tilbud|oferta|discount|rabat|remise|descuento|korting|demo|contact|kontakt"
                    + "|call me|rappel|llamar|terugbellen|ring mig|ring meg|anrufen";

    private InterestWords() {}

    /** As a regular expression that browsers and we read alike. */
    public static String pattern() {
        return "(?<!\\p{L})(" + WORDS + ")";
    }
}
