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
 * The mark of jqwik's properties and examples each try of which is a trial: judged also by what it
 * leaves behind.
 *
 * <p>A property may return a Deferred or a {@link java.util.concurrent.CompletionStage}, which is
 * awaited. It, and the methods around a try, may take what a trial can be given, the same in all of
 * one try: {@code FakeReactor}, {@code VirtualClock}, {@code FakeNetwork}, {@code StringTransport},
 * {@code Wire}, {@code TrialContext}. What a try leaves behind shrinks to the smallest try that
 * leaves the same thing behind. A try that an assumption discards is not judged.
 *
 * <p>The annotations of {@link dev.assay.junit} count for each try, but {@code @Todo} for the
 * property.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD, ElementType.TYPE})
@AddLifecycleHook(value = TrialHook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface TrialProperties {}
