// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a trial that is expected to fail, because something is not done yet. It is reported
 * as aborted while it fails, and fails as soon as it passes.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
public @interface Todo {
  /** Returns what is not done. */
  String value();

  /** Returns the types of failure that are expected; none means any. */
  Class<? extends Throwable>[] errors() default {};
}
