// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.netty.socket.Sockets;
import dev.assay.reactor.rules.ReactorLifecycle;
import dev.assay.time.DelayedCall;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.ManualIoEventLoop;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of a reactor, one turn at a time.
 *
 * <p>A turn runs the calls that other threads have handed over, the calls that are due and the
 * consequences of requests, sends what was written, and then waits for the network. What is
 * requested or armed in a turn belongs to the next one, so that none of them can starve the others.
 *
 * @since 0.1
 */
public final class Loop implements ReactorLifecycle.Ends {
  private static final System.Logger LOG = System.getLogger("dev.assay.netty");

  /** Netty's words for a wait without a limit, and for none. */
  private static final long UNLIMITED = 0;

  private static final long NONE = -1;

  private final Sockets sockets;
  private final LoopThread thread;
  private final Calls calls;
  private final Handed handed = new Handed();
  private final Agenda<Event> events = new Agenda<>(Event::run);
  private final Agenda<Writing> written = new Agenda<>(Writing::flush);

  /** Netty's part of this loop, from the first turn or the first use of the network on. */
  private volatile @Nullable ManualIoEventLoop network;

  private boolean hurried;
  private boolean closed;

  /** Creates a loop that has not been used by any thread. */
  public Loop(Sockets sockets) {
    this.sockets = sockets;
    this.thread = new LoopThread(new LoopSteps(this));
    this.calls = new Calls(thread);
  }

  /** Returns the kinds of channels that this loop waits for. */
  public Sockets sockets() {
    return sockets;
  }

  /** Returns the calls that are armed on this loop. */
  public Calls calls() {
    return calls;
  }

  /** Runs code that Netty must see on its own thread, even if another does the work of that. */
  public void enter(Runnable code) {
    CurrentWork.onItsThread(code);
  }

  /** Registers a channel with this loop, which waits for it from now on. */
  public void register(Channel channel) {
    EventLoop here = network();
    Throwable refused = here.register(channel).cause();
    if (refused != null) {
      throw new IllegalStateException("the network cannot wait for " + channel, refused);
    }
  }

  /** Registers a channel and binds it to an address. Returns why that failed, or null. */
  public @Nullable Throwable bind(Channel channel, SocketAddress address) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    enter(
        () -> {
          register(channel);
          failure.set(channel.bind(address).cause());
        });
    return failure.get();
  }

  /** Returns Netty's part of this loop. */
  public ManualIoEventLoop network() {
    ManualIoEventLoop made = network;
    if (made == null) {
      if (closed) {
        throw new IllegalStateException(
            "the reactor was stopped, and its network is closed; create a new reactor");
      }
      made = new ManualIoEventLoop(Thread.currentThread(), sockets.handlers());
      network = made;
    }
    return made;
  }

  @Override
  public @Nullable Ledger ledger() {
    return thread.ledger();
  }

  @Override
  public void checkThread(String what) {
    thread.check(what);
  }

  @Override
  public void checkRequest(String what) {
    thread.checkRequest(what);
  }

  @Override
  public void soon(String what, Object subject, Runnable action) {
    events.add(new Event(what, subject, action));
  }

  @Override
  public DelayedCall timer(String what, Object subject, Duration delay, Runnable action) {
    return calls.timer(delay, action);
  }

  @Override
  public void trace(String kind, Object subject, Object detail) {
    if (LOG.isLoggable(Level.TRACE)) {
      LOG.log(Level.TRACE, kind + " " + subject + " " + detail);
    }
  }

  @Override
  public void startUp(Runnable triggers) {
    triggers.run();
  }

  @Override
  public Runnable shutDown(Runnable triggers) {
    Event shutdown = new Event("shutdown of", "the reactor", triggers);
    events.add(shutdown);
    return shutdown::cancel;
  }

  /** Has what was written flushed at the end of the running half of this turn. */
  public void flushSoon(Writing writing) {
    written.add(writing);
  }

  /** Runs a call in the next turn. May be called from any thread. */
  public void handOver(Runnable call) {
    if (handed.add(call)) {
      wakeUp();
    }
  }

  /**
   * Runs one turn.
   *
   * @param patience the maximum time to wait for the network, in nanoseconds
   */
  public void turn(long patience) {
    hurried = false;
    handed.run();
    calls.runDue();
    events.run();
    written.run();
    if (!closed) {
      network().run(waitAtMost(patience));
      written.run();
    }
  }

  /** Ends the running turn without a wait. */
  public void hurry() {
    hurried = true;
  }

  /** Closes this loop. What is left in it is not done any more. */
  public void close() {
    closed = true;
    ManualIoEventLoop io = network;
    if (io != null) {
      network = null;
      Future<?> end = io.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      while (!end.isDone()) {
        io.runNow();
      }
    }
  }

  private long waitAtMost(long patience) {
    boolean ready = hurried || !handed.isEmpty() || !events.isEmpty() || !written.isEmpty();
    long wait = ready ? 0 : Math.min(patience, calls.untilNext());
    return wait == 0 ? NONE : wait == Long.MAX_VALUE ? UNLIMITED : wait;
  }

  private void wakeUp() {
    ManualIoEventLoop io = network;
    if (io != null && !thread.isHere()) {
      io.wakeup();
    }
  }

  /**
   * A connection to which something was written.
   *
   * @since 0.1
   */
  public interface Writing {
    /** Sends what was written. */
    void flush();
  }

  /** An action of the reactor's own, and its description. */
  private static final class Event {
    private final String what;
    private final Object subject;
    private @Nullable Runnable action;

    Event(String what, Object subject, Runnable action) {
      this.what = what;
      this.subject = subject;
      this.action = action;
    }

    void cancel() {
      action = null;
    }

    void run() {
      Runnable begun = action;
      action = null;
      if (begun == null) {
        return;
      }
      try {
        begun.run();
      } catch (Throwable error) {
        Errors.log(what + " " + subject, error);
      }
    }
  }
}
