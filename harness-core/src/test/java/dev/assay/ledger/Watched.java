// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

/** The part of a trial that these tests need: a body that runs while a ledger watches. */
public final class Watched {
  private Watched() {}

  /** Runs a body under a ledger of its own, which is returned. */
  public static Ledger run(Body body) throws Exception {
    Ledger ledger = new Ledger();
    runUnder(ledger, body);
    return ledger;
  }

  /** Runs a body while a ledger is bound to this thread. */
  public static void runUnder(Ledger ledger, Body body) throws Exception {
    Ledger.Binding binding = ledger.bind();
    try {
      body.run();
    } finally {
      binding.close();
    }
  }

  /** What runs in a trial. */
  @FunctionalInterface
  public interface Body {
    /** Runs. */
    void run() throws Exception;
  }
}
