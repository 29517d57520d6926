// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import dev.assay.ledger.Steppable;

/** A loop as a trial drives it: turn by turn, in real time. */
final class LoopSteps implements Steppable {
  private final Loop loop;

  LoopSteps(Loop loop) {
    this.loop = loop;
  }

  @Override
  public long nanos() {
    return loop.calls().nanos();
  }

  @Override
  public long nextDue() {
    return NEVER;
  }

  @Override
  public void step() {
    loop.turn(0);
  }

  @Override
  public void note(String text) {}

  @Override
  public String timeline() {
    return "";
  }
}
