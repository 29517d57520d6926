// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Display;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** The texts about Deferreds: their states, and the errors for wrong uses. */
final class Messages {
  private Messages() {}

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
   * Returns the exception for a chain that was fired twice.
   *
   * @param firing how it was fired first, in a trial
   */
  static AlreadyFiredException alreadyFired(
      CallbackChain chain, @Nullable String firing, @Nullable Object late) {
    String first = firing == null ? "already fired and is now [" + state(chain) + "]" : firing;
    return new AlreadyFiredException(
        chain.name() + " " + first + "; cannot fire with " + Display.of(late));
  }

  /**
   * Returns a description of a callback: the line that added it or, if that is unknown, its class.
   */
  static String callback(@Nullable Site added, @Nullable Object code) {
    if (added != null) {
      return "the callback added at " + added;
    }
    return code == null ? "a callback" : "a callback, " + Display.ofCode(code.getClass()) + ",";
  }

  static IllegalStateException unexpectedDeferred(Level level, CallbackChain returned) {
    return at(level, unexpectedDeferred(callback(level.site, level.code()), returned));
  }

  static IllegalStateException unexpectedDeferred(String callback, CallbackChain returned) {
    return new IllegalStateException(
        "%s returned %s; to wait for it, add the callback with addDeferringCallback"
            .formatted(callback, known(returned)));
  }

  static IllegalStateException notDeferred(Level level, @Nullable Object returned) {
    return at(
        level,
        new IllegalStateException(
            "%s returned %s, not a Deferred; to return a plain result, add it with addCallback"
                .formatted(callback(level.site, level.code()), Display.of(returned))));
  }

  static IllegalStateException callGaveNull(Object code) {
    return new IllegalStateException(
        "a call, %s, returned null, not a Deferred".formatted(Display.ofCode(code.getClass())));
  }

  static IllegalStateException waitsForItself(
      Level level, CallbackChain waiting, CallbackChain inner) {
    String callback = callback(level.site, level.code());
    return at(level, waitsForItself(waiting, callback + " returned ", inner));
  }

  static IllegalStateException bodyAwaitsItself(CallbackChain result, CallbackChain awaited) {
    return waitsForItself(result, "its body awaits ", awaited);
  }

  private static IllegalStateException waitsForItself(
      CallbackChain waiting, String how, CallbackChain inner) {
    StringBuilder ring = new StringBuilder();
    CallbackChain chain = inner;
    while (chain != waiting && chain.result() instanceof CallbackChain next) {
      ring.append(", which waits for ").append(known(next));
      chain = next;
      if (ring.length() > 500) {
        ring.append(", and so on");
        break;
      }
    }
    return new IllegalStateException(
        known(waiting) + " would wait for itself forever: " + how + known(inner) + ring);
  }

  /** Returns name, state and, if a trial knows it, the line that created the chain. */
  private static String known(CallbackChain chain) {
    Site site = chain instanceof WatchedChain watched ? watched.birthplace() : null;
    return site == null ? chain.toString() : chain + " created at " + site;
  }

  private static IllegalStateException at(Level level, IllegalStateException error) {
    return Failed.atTop(level.site, error);
  }

  static IllegalStateException chainedToItself(CallbackChain chain) {
    return new IllegalStateException(chain + " cannot be chained to itself: it would fire twice");
  }

  static IllegalStateException firedWithDeferred(CallbackChain fired, CallbackChain value) {
    return new IllegalStateException(
        fired + " cannot fire with " + value + "; use chainDeferred to pass the result on");
  }

  static IllegalStateException bornWithDeferred(CallbackChain value) {
    return new IllegalStateException(
        "a Deferred cannot succeed with " + value + "; use that one instead");
  }

  static String trialOf(String name, Site site) {
    return "the trial of %s, created at %s,".formatted(name, site);
  }

  static IllegalStateException unpaired(CallbackChain chain) {
    return new IllegalStateException(chain + " is not paused; unpause() needs a pause() before it");
  }
}
