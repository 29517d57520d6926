// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks.trials;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of Jupiter's with an extension that does nothing: what {@code @TrialTest} cannot avoid.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(IdleExtension.class)
public @interface IdleTest {}
