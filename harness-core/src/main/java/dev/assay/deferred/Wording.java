// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.AfterEnd;
import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** The texts about Deferreds: what state one is in, and what was done wrong with it. */
final class Wording {
  private Wording() {}

  /** Returns {@code unfired, 2 callbacks}. */
  static String state(CallbackChain chain) {
    StringBuilder text = new StringBuilder(result(chain));
    int levels = chain.levelCount();
    if (levels > 0) {
      text.append(levels == 1 ? ", 1 callback" : ", " + levels + " callbacks");
    }
    if (chain.pauses() > 0) {
      text.append(chain.pauses() == 1 ? ", paused" : ", paused " + chain.pauses() + " times");
    }
    return text.toString();
  }

  private static String result(CallbackChain chain) {
    Object result = chain.result();
    if (chain.isUnfired()) {
      return "unfired";
    } else if (result instanceof CallbackChain inner) {
      return "waiting for " + inner.name();
    } else if (result instanceof Failed failed) {
      return (chain.hasUnhandledFailure() ? "failed, unhandled: " : "failed: ") + failed;
    }
    return "succeeded: " + Display.of(result);
  }

  /**
   * Says that a chain was fired twice.
   *
   * @param firing how it was fired, if a trial watched
   */
  static AlreadyFiredException alreadyFired(
      CallbackChain chain, @Nullable String firing, @Nullable Object late) {
    String first = firing == null ? "already fired and is now [" + state(chain) + "]" : firing;
    return new AlreadyFiredException(
        chain.name() + " " + first + "; cannot fire with " + Display.of(late));
  }

  static IllegalStateException unexpectedDeferred(CallbackChain returned) {
    return new IllegalStateException(
        "a callback returned " + returned + "; to wait for it, add the callback with addDeferring");
  }

  static IllegalStateException notDeferred(@Nullable Object returned) {
    return new IllegalStateException(
        "a callback added with addDeferring returned "
            + Display.of(returned)
            + ", not a Deferred; to return a plain result, add it with addCallback");
  }

  static IllegalStateException waitsForItself(CallbackChain waiting, CallbackChain inner) {
    return waitsForItself(waiting, "its callback returned ", inner);
  }

  static IllegalStateException bodyAwaitsItself(CallbackChain result, CallbackChain awaited) {
    return waitsForItself(result, "its body awaits ", awaited);
  }

  private static IllegalStateException waitsForItself(
      CallbackChain waiting, String how, CallbackChain inner) {
    StringBuilder ring = new StringBuilder();
    CallbackChain chain = inner;
    while (chain != waiting && chain.result() instanceof CallbackChain next) {
      ring.append(", which waits for ").append(next);
      chain = next;
      if (ring.length() > 500) {
        ring.append(", and so on");
        break;
      }
    }
    return new IllegalStateException(
        waiting + " would wait for itself for ever: " + how + inner + ring);
  }

  static IllegalStateException chainedToItself(CallbackChain chain) {
    return new IllegalStateException(chain + " cannot be chained to itself: it would fire twice");
  }

  static IllegalStateException firedWithDeferred(CallbackChain fired, CallbackChain value) {
    return new IllegalStateException(
        fired + " cannot fire with " + value + "; hand the result over with chainDeferred");
  }

  static IllegalStateException bornWithDeferred(CallbackChain value) {
    return new IllegalStateException(
        "a Deferred cannot succeed with " + value + "; use that one instead");
  }

  /** Refuses a thread that is not the Deferred's, and runs no trial or another one. */
  static IllegalStateException firedByForeignThread(String name) {
    String owner =
        Ledger.current() == null
            ? "the thread of its trial; hand the result over with callFromThread"
            : AfterEnd.otherOwner();
    return new IllegalStateException(
        "thread %s must not fire %s, which belongs to %s"
            .formatted(Thread.currentThread().getName(), name, owner));
  }

  static String trialOf(String name, Site site) {
    return "the trial of %s, created at %s,".formatted(name, site);
  }

  static IllegalStateException unpaired(CallbackChain chain) {
    return new IllegalStateException(chain + " is not paused; unpause() needs a pause() before it");
  }
}
