// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a generated program over a few Deferreds, which are known by their numbers. */
sealed interface Step {
  /** Adds one level; a null side lets its result pass. */
  record Add(int on, @Nullable Function callback, @Nullable Function errback) implements Step {}

  record Callback(int on, String value) implements Step {}

  record Errback(int on, String error) implements Step {}

  record Cancel(int on) implements Step {}

  record Pause(int on) implements Step {}

  record Unpause(int on) implements Step {}

  record Chain(int from, int to) implements Step {}

  /** What a callback does: steps, and then an end. */
  record Function(List<Step> inside, End end) {}

  /** How a callback ends. */
  sealed interface End {}

  record Return(@Nullable String value) implements End {}

  record Throw(String error) implements End {}

  /** Ends as it began: with the value or the failure that came in. */
  record Same() implements End {}

  /** Returns a Deferred to wait for. */
  record Wait(int on) implements End {}
}
