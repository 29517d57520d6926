// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a trial, or of a class around its trials, what it must fail with; others must pass. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Fails {
  /** What the failure's text begins with. */
  String value();
}
