// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import java.util.List;

/**
 * What to make of a failure.
 *
 * @param cause the likely cause
 * @param fix what to do about it
 */
record Advice(String cause, String fix) {
  /** What the harness's own classes arm, by what the names of those calls contain. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "(addTimeout)",
              "the Deferred that the timeout guards has no result yet, and is not awaited",
              "fire or cancel that Deferred, or return it from the test"),
          new Known(
              "(deferLater)",
              "nobody waits for what deferLater returned",
              "return that Deferred from the test, or cancel() it"),
          new Known(
              "(idle timeout)",
              "the connection that it watches is still open",
              "close the connection; its timeout ends with it"),
          new Known(
              "(end of throttling)",
              "a throttled connection is still open",
              "close the connections, or advance until the throttle has let go"),
          new Known(
              "(slice of a Cooperator)",
              "a task of a Cooperator has not ended",
              "return its whenDone() from the test, or stop() it"),
          new Known(
              "(callWhenRunning)",
              "its reactor has not started since",
              "start the reactor: with start() in the test, or with run() if the code stops it"),
          new Known(
              "(trigger of ",
              "what it waits for has not happened since",
              "start() or stop() the reactor in the test, or remove() the trigger"),
          new Known(
              "(retry to connect",
              "a client goes on trying to connect until it is told to stop",
              "stop it: stopTrying() or stopService(), in the test or with trial.addCleanup(...)"),
          new Known(
              "(LoopingCall",
              "a LoopingCall goes on until it is stopped",
              "call its stop(), in the test or with trial.addCleanup(...)"));

  /** Returns what there is to say about some things, or else what is true of any such failure. */
  static Advice on(List<Pending> things, Advice otherwise) {
    return things.stream()
        .map(thing -> on(thing, otherwise))
        .filter(special -> !special.equals(otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  private static Advice on(Pending thing, Advice otherwise) {
    Advice known =
        KNOWN.stream()
            .filter(some -> thing.name().contains(some.label))
            .map(some -> new Advice(some.cause, some.fix))
            .findFirst()
            .orElse(otherwise);
    String better = thing.remedy();
    return better == null ? known : new Advice(known.cause, better);
  }

  private record Known(String label, String cause, String fix) {}
}
