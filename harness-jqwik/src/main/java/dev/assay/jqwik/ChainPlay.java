// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.deferred.AlreadyFiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A {@link CallbackChain} that is being played, on a Deferred or on the model of one.
 *
 * @since 0.1
 */
public abstract sealed class ChainPlay permits RealPlay, ModelPlay {
  private final CallbackChain chain;
  private final int[] pauses = new int[ChainText.NAMES.size()];
  private final List<String> log = new ArrayList<>();
  private int next;
  private boolean tidy;

  ChainPlay(CallbackChain chain) {
    this.chain = chain;
  }

  /** Plays the next step, and returns whether there was one. */
  public final boolean step() {
    if (next == chain.steps().size()) {
      return false;
    }
    play(chain.steps().get(next++));
    return true;
  }

  /**
   * Plays the remaining steps.
   *
   * @return this
   */
  public final ChainPlay play() {
    while (step()) {}
    return this;
  }

  /**
   * Plays the remaining steps, and then cleans up, as a caller does that leaves nothing behind:
   * takes back the pauses, fires all unfired Deferreds except the given one, and handles the
   * failure of each, now or later. So call this when no other code will use the Deferred.
   *
   * @return this
   */
  public final ChainPlay finish() {
    play();
    if (!tidy) {
      tidy = true;
      for (int i = 0; i < pauses.length; i++) {
        while (pauses[i] > 0) {
          touch(new Step.Touch(i, Step.Touch.Kind.UNPAUSE));
        }
      }
      for (int i = 1; i < pauses.length; i++) {
        if (isUnfired(i)) {
          fire(i, false, "late");
        }
      }
      for (int i = 0; i < pauses.length; i++) {
        addLast(i);
      }
    }
    return this;
  }

  /**
   * Fires the Deferred with a value, as the code that owns it does.
   *
   * @return this
   */
  public final ChainPlay callback(String value) {
    fire(0, false, value);
    return this;
  }

  /**
   * Fires the Deferred with an {@link java.io.IOException}, as the code that owns it does.
   *
   * @return this
   */
  public final ChainPlay errback(String message) {
    fire(0, true, message);
    return this;
  }

  /**
   * Returns the log so far: which result has reached which level, which calls were refused, which
   * canceller has run and, if the play has finished, the final state of each Deferred.
   */
  public final List<String> log() {
    return List.copyOf(log);
  }

  /** Plays steps inside a function. */
  final void playInside(Step.Function function) {
    function.inside().forEach(this::play);
  }

  private void play(Step step) {
    try {
      step.playOn(this);
    } catch (IllegalStateException refused) {
      log(ChainText.statement(step) + " was refused: " + kind(refused));
    }
  }

  final void add(Step.Add add) {
    addLevel(add);
    if (tidy) {
      addLast(add.on());
    }
  }

  final void chain(int from, int to) {
    chainTo(from, to);
    if (tidy) {
      addLast(from);
    }
  }

  final void touch(Step.Touch touch) {
    int on = touch.on();
    switch (touch.kind()) {
      case CANCEL -> cancel(on);
      case PAUSE -> {
        if (!tidy) {
          pause(on);
          pauses[on]++;
        }
      }
      case UNPAUSE -> {
        unpause(on);
        pauses[on] = Math.max(0, pauses[on] - 1);
      }
    }
  }

  final void log(String what) {
    log.add(what);
  }

  final void cancelling(int on) {
    log("the canceller of " + ChainText.NAMES.get(on) + " ran");
  }

  final void reached(Step.Add add, String result) {
    log(result + " reached " + ChainText.statement(add));
  }

  final void ended(int on, String result) {
    log(ChainText.NAMES.get(on) + " came to " + result);
  }

  /** Returns a name for an error that is the same in a play and in the model. */
  static String kind(Throwable error) {
    if (error instanceof ModelPlay.Refused refused) {
      return refused.kind;
    } else if (error instanceof CancellationException) {
      return "cancelled";
    } else if (error instanceof AlreadyFiredException) {
      return "already fired";
    } else if (error instanceof IllegalStateException) {
      return String.valueOf(error.getMessage()).endsWith("needs a pause() before it")
          ? "unpaired"
          : "ring";
    }
    return String.valueOf(error.getMessage());
  }

  abstract void addLevel(Step.Add add);

  abstract void addLast(int on);

  abstract void fire(int on, boolean fails, String name);

  abstract void cancel(int on);

  abstract void pause(int on);

  abstract void unpause(int on);

  abstract void chainTo(int from, int to);

  abstract boolean isUnfired(int on);

  /** Returns the detailed state of every Deferred. */
  abstract List<String> states();

  /** Returns the text of a Deferred's state. */
  static String state(String result, int pauses, boolean unhandled) {
    return result + (pauses == 0 ? "" : ", paused " + pauses) + (unhandled ? ", unhandled" : "");
  }
}
