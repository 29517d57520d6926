// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Display;
import dev.assay.ledger.LedgerEntry;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The place for the producer that writes to one end of a connection. The producer is paused while
 * too many bytes are kept there, and has a ledger entry while it is registered.
 *
 * @since 0.1
 */
public final class ProducerSlot {
  private final int highWaterMark;
  private @Nullable PushProducer push;
  private @Nullable PullProducer pull;
  private boolean paused;

  /** Creates the ledger entry of a producer, if there is a trial. */
  private @Nullable Function<Object, LedgerEntry> entries;

  /** The open ledger entry of the producer, if there is one. */
  private @Nullable LedgerEntry entry;

  /** Creates an empty place whose producer is paused above this number of bytes. */
  public ProducerSlot(int highWaterMark) {
    this.highWaterMark = highWaterMark;
  }

  /**
   * Opens a ledger entry for each producer that is registered from now on, until the producer is
   * unregistered.
   */
  public void report(Function<Object, LedgerEntry> entries) {
    this.entries = entries;
  }

  /** Returns whether no producer is registered. */
  public boolean isEmpty() {
    return push == null && pull == null;
  }

  /** Pauses the producer if too many bytes are kept. */
  public void kept(long bytes) {
    if (push != null && !paused && bytes > highWaterMark) {
      paused = true;
      push.pauseProducing();
    }
  }

  /** Registers a producer, which is paused when there are too many bytes. */
  public void register(PushProducer producer) {
    checkNone();
    push = producer;
    paused = false;
    report(producer);
  }

  /** Registers a producer, and requests its first bytes. */
  public void register(PullProducer producer) {
    checkNone();
    pull = producer;
    try {
      producer.resumeProducing();
    } finally {
      report(producer);
    }
  }

  /** Unregisters the producer, which has finished. */
  public void unregister() {
    if (isEmpty()) {
      throw new IllegalStateException("no producer is registered; register one first");
    }
    push = null;
    pull = null;
    paused = false;
    settle();
  }

  /** Resumes a producer that waits until everything is sent; returns whether there was one. */
  public boolean resume() {
    if (pull != null) {
      pull.resumeProducing();
      return true;
    }
    if (push != null && paused) {
      paused = false;
      push.resumeProducing();
    }
    return push != null;
  }

  /** Unregisters the producer and stops it. */
  public void stop() {
    PushProducer pushing = push;
    PullProducer pulling = pull;
    push = null;
    pull = null;
    settle();
    if (pushing != null) {
      pushing.stopProducing();
    } else if (pulling != null) {
      pulling.stopProducing();
    }
  }

  /** Settles the ledger entry of the producer, which is left as it is. */
  public void settle() {
    if (entry != null) {
      entry.settle();
      entry = null;
    }
  }

  /** Opens the ledger entry of a producer, unless it has unregistered already. */
  private void report(Object producer) {
    if (entries != null && entry == null && !isEmpty()) {
      entry = entries.apply(producer);
      entry.open();
    }
  }

  private void checkNone() {
    Object present = push != null ? push : pull;
    if (present != null) {
      throw new IllegalStateException(
          Display.ofCode(present.getClass()) + " is registered already; unregister it first");
    }
  }
}
