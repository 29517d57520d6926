// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A place where programs can be played: our Deferreds, or the model of what they should do. */
abstract class World {
  /** What happened, in order; levels are numbered as they are added. */
  final List<String> trace = new ArrayList<>();

  private int levels;

  final void play(List<Step> steps) {
    steps.forEach(this::play);
  }

  private void play(Step step) {
    try {
      if (step instanceof Step.Add add) {
        add(add.on(), levels++, add.callback(), add.errback());
      } else if (step instanceof Step.Callback callback) {
        callback(callback.on(), callback.value());
      } else if (step instanceof Step.Errback errback) {
        errback(errback.on(), errback.error());
      } else if (step instanceof Step.Cancel cancel) {
        cancel(cancel.on());
      } else if (step instanceof Step.Pause pause) {
        pause(pause.on());
      } else if (step instanceof Step.Unpause unpause) {
        unpause(unpause.on());
      } else if (step instanceof Step.Chain chain) {
        chain(chain.from(), chain.to());
      }
    } catch (IllegalStateException refused) {
      trace.add("refused " + step.getClass().getSimpleName() + ": " + kind(refused));
    }
  }

  /** Names an error so that both worlds call it the same. */
  static String kind(Throwable error) {
    if (error instanceof CancellationException) {
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

  final void ran(int on, int level, String what) {
    trace.add("level " + level + " of d" + on + " takes " + what);
  }

  final void cancelling(int on) {
    trace.add("cancelling d" + on);
  }

  abstract void add(
      int on, int level, Step.@Nullable Function callback, Step.@Nullable Function errback);

  abstract void callback(int on, String value);

  abstract void errback(int on, String error);

  abstract void cancel(int on);

  abstract void pause(int on);

  abstract void unpause(int on);

  abstract void chain(int from, int to);

  /** Returns what every Deferred has come to. */
  abstract List<String> states();

  /** Says what a Deferred has come to. */
  static String state(String result, int pauses, boolean unhandled) {
    return result + (pauses == 0 ? "" : ", paused " + pauses) + (unhandled ? ", unhandled" : "");
  }
}
