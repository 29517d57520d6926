// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * The mark of jqwik's properties and examples whose tries are trials. Each try also fails by what
 * it leaves behind.
 *
 * <p>A property may return a Deferred or a {@link java.util.concurrent.CompletionStage}, which is
 * awaited. The property, and the methods around a try, may have parameters that a trial provides;
 * they are the same in all parts of one try: {@code FakeReactor}, {@code VirtualClock}, {@code
 * FakeNetwork}, {@code StringTransport}, {@code Wire}, {@code TrialContext}. A failure by what a
 * try leaves behind shrinks to the smallest try that leaves the same thing behind. A try that an
 * assumption discards is not judged.
 *
 * <p>The annotations of {@link dev.assay.junit} apply to each try, except {@code @Todo}, which
 * applies to the property.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD, ElementType.TYPE})
@AddLifecycleHook(value = TrialHook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface TrialProperties {}
