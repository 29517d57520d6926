// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import static java.util.Objects.requireNonNull;

import dev.assay.call.ArmedCall;
import dev.assay.call.CallEntry;
import dev.assay.call.CallQueue;
import dev.assay.call.CallSite;
import dev.assay.call.CurrentCall;
import dev.assay.call.Nanos;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are armed on a loop, in real time. The clock counts from the creation of the loop.
 *
 * @since 0.1
 */
public final class Calls implements ArmedCall.Schedule<NettyCall> {
  private final long begun = System.nanoTime();
  private final CallQueue<NettyCall> queue = new CallQueue<>();
  private final LoopThread thread;
  private final CurrentCall<NettyCall> running;
  private long armings;

  Calls(LoopThread thread) {
    this.thread = thread;
    this.running = new CurrentCall<>(thread.ledger(), Calls::log);
  }

  @Override
  public long nanos() {
    return System.nanoTime() - begun;
  }

  /** Arms a call of the user's. */
  public DelayedCall arm(Duration delay, Runnable action) {
    thread.checkRequest("callLater");
    NettyCall call = new NettyCall(this, requireNonNull(action, "call"), false);
    long due = Nanos.after("delay", nanos(), delay);
    Ledger ledger = thread.ledger();
    if (ledger != null) {
      call.cause(ledger.happening());
      call.name(new CallEntry(ledger, call, new CallSite(site(), null)));
    }
    insert(call, due);
    return call;
  }

  /** Arms a call of the reactor's own, such as a timeout. */
  public DelayedCall timer(Duration delay, Runnable action) {
    NettyCall call = new NettyCall(this, action, true);
    insert(call, Nanos.after("delay", nanos(), delay));
    return call;
  }

  /** Returns the calls of the user's that are armed, in order. */
  public List<DelayedCall> armed() {
    List<DelayedCall> calls = new ArrayList<>();
    for (NettyCall call : queue.snapshot()) {
      if (!call.isOwn()) {
        calls.add(call);
      }
    }
    return Collections.unmodifiableList(calls);
  }

  /** Runs the calls that are due now, and those that they arm for the same moment. */
  void runDue() {
    long now = nanos();
    for (NettyCall call = queue.first(now); call != null; call = queue.first(now)) {
      queue.remove(call);
      running.run(call);
    }
  }

  /**
   * Returns the nanoseconds until a call may be due, or {@code Long.MAX_VALUE} if none is armed.
   */
  long untilNext() {
    return queue.size() == 0 ? Long.MAX_VALUE : Math.max(0, queue.floor() - nanos());
  }

  @Override
  public void checkThread(String what) {
    thread.check(what);
  }

  @Override
  public @Nullable NettyCall running() {
    return running.call();
  }

  @Override
  public void move(NettyCall call, long due) {
    queue.remove(call);
    insert(call, due);
  }

  @Override
  public void disarm(NettyCall call) {
    queue.remove(call);
  }

  private void insert(NettyCall call, long due) {
    call.place(due, armings++);
    queue.add(call);
  }

  /**
   * Returns the user's code that arms a call or, if a call has none of its own, what armed that.
   */
  private Site site() {
    NettyCall call = running.call();
    return call == null ? Sites.here() : Sites.hereWithin(CurrentCall.class, call.site());
  }

  private static void log(Object thrower, Throwable thrown) {
    Errors.log(thrower.toString(), thrown);
  }
}
