package io.taros.knowledge;

/**
 * What rules would do to the pages that are known of a site.
 *
 * @param isAtFirstSight whether that is only what its first page and its maps show
 */
public record RulesMatch(PageList read, PageList leftOut, boolean isAtFirstSight) {}
