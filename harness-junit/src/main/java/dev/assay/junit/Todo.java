// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a trial that is expected to fail, because something is not done yet. The trial is
 * reported as aborted while it fails. It fails once it passes.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
public @interface Todo {
  /** Returns a description of what is not done. */
  String value();

  /** Returns the expected types of failure; if empty, any type is expected. */
  Class<? extends Throwable>[] errors() default {};
}
