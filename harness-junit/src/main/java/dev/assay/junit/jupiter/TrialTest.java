// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that Jupiter runs, and that also fails by what it leaves behind: {@link Test} with a
 * {@link TrialExtension}.
 *
 * <p>Code that belongs to the whole class, such as {@code @BeforeAll}, is judged if the class
 * itself is extended with {@link TrialExtension}.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Test
@ExtendWith(TrialExtension.class)
public @interface TrialTest {}
