package io.taros.billing;

import jakarta.validation.constraints.NotNull;
import java.time.Month;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param financialYearStart the month on whose first day the operator's financial year begins;
 *     records that are there already keep the term they were written with
 */
@Validated
@ConfigurationProperties("taros.billing")
record BillingSettings(@DefaultValue("january") @NotNull Month financialYearStart) {}
