package io.taros.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Its methods may take the one {@link Installation} of all journeys, and as many {@link Person}s as
 * they have parameters for: strangers, or with {@link SignedIn} the owner.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Journeys.class)
@interface JourneyTest {}
