package io.taros.search;

/**
 * Why a passage was found, in numbers that mean the same for every organization. All but {@code
 * margin} and {@code lead} lie between 0 and 1; a feature that does not apply is 0.
 *
 * @param lexicalShare BM25 score divided by what the question's terms could have earned
 * @param gramShare the same over character 4-grams
 * @param vectorSimilarity cosine of standalone question and passage; of a manual question, which
 *     has its answer in its vector, too
 * @param coverage share of the question's idf mass whose terms occur in the passage or its title
 * @param titleCoverage the same in title and heading path alone
 * @param agreement how close the lexical and the vector ranking place this passage, 1 when both
 *     have it first
 * @param margin fused score minus the best fused score of another document
 * @param lead fused score minus the mean of the best scores of up to ten other documents
 * @param known share of the question's terms that occur in any passage
 * @param languageMatch 1 when question and passage share a language
 * @param familiarity how far the embedder knows both languages, and so its similarities are to be
 *     trusted
 */
public record HitFeatures(
        double lexicalShare,
        double gramShare,
        double vectorSimilarity,
        double coverage,
        double titleCoverage,
        double agreement,
        double margin,
        double lead,
        double known,
        double languageMatch,
        double familiarity) {}
