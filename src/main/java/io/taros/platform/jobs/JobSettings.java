package io.taros.platform.jobs;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param workers jobs that run at once on this node; 0 means that this process only enqueues
 * @param polling how often a node looks for jobs that others enqueued
 * @param heartbeat how often a running job says it lives; a job silent for four of them is taken
 *     over
 */
@Validated
@ConfigurationProperties("taros.jobs")
record JobSettings(
        @DefaultValue("8") @Min(0) int workers,
        @DefaultValue("1s") @NotNull Duration polling,
        @DefaultValue("5s") @NotNull Duration heartbeat) {}
