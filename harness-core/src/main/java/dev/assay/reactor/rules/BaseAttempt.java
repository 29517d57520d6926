// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Display;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.time.DelayedCall;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect: the lookup of the name within the timeout, and the ends that an attempt
 * can have.
 *
 * @since 0.1
 */
public abstract class BaseAttempt implements BaseConnector.Attempt {
  private final Surroundings around;
  private final BaseConnector connector;
  private final ConnectOptions options;
  private @Nullable DelayedCall deadline;
  private @Nullable Deferred<?> lookup;
  private boolean failing;
  private boolean over;

  /** Creates an attempt of a connector that has not begun. */
  protected BaseAttempt(Surroundings around, BaseConnector connector, ConnectOptions options) {
    this.around = around;
    this.connector = connector;
    this.options = options;
  }

  /** Called when the attempt is over. Releases what it has taken. */
  protected abstract void ended();

  /** Lets the attempt fail when its time is up. */
  protected final void armDeadline() {
    deadline = around.timer("timeout of", this, options.timeout(), () -> fail(timedOut()));
  }

  /** Waits for a lookup, and continues with the first address unless the attempt has failed. */
  protected final void lookUp(
      Deferred<List<InetAddress>> asked, Consumer<? super InetAddress> found) {
    lookup = asked;
    asked.<@Nullable Void>addCallbacks(
        addresses -> {
          lookup = null;
          if (isOpen()) {
            found.accept(addresses.get(0));
          }
          return null;
        },
        this::notFound);
  }

  private @Nullable Void notFound(Throwable error) {
    lookup = null;
    if (isOpen()) {
      failSoon(
          error instanceof ConnectFailedException failed
              ? failed
              : new DnsLookupException(this + " could not be looked up", error));
    }
    return null;
  }

  @Override
  public final void failSoon(ConnectFailedException reason) {
    if (!failing) {
      failing = true;
      around.soon("failure of", this, () -> lose(reason));
      if (lookup != null) {
        lookup.cancel();
      }
    }
  }

  /** Ends the attempt when the reactor stops. */
  public final void stop() {
    lose(
        new ConnectStoppedException(
            "the attempt to connect to " + this + " ended: its reactor stopped"));
  }

  /** Ends the attempt without notifying anyone. */
  public final void vanish() {
    end();
    connector.vanished();
  }

  /** Ends the attempt with a failure, unless it is failing already. */
  protected final void fail(ConnectFailedException reason) {
    if (!failing) {
      lose(reason);
    }
  }

  /** Returns whether the attempt is over. */
  protected final boolean isOver() {
    return over;
  }

  /** Returns whether the attempt can still succeed. */
  protected final boolean isOpen() {
    return !over && !failing;
  }

  /** Ends the attempt; the connector is notified by the caller. */
  protected final void end() {
    over = true;
    if (deadline != null && deadline.isActive()) {
      deadline.cancel();
    }
    if (lookup != null) {
      lookup.cancel();
    }
    ended();
  }

  private void lose(ConnectFailedException reason) {
    if (!over) {
      end();
      connector.failed(reason);
    }
  }

  private ConnectFailedException timedOut() {
    return new ConnectTimedOutException(
        "no answer from " + this + " within " + Display.time(options.timeout()));
  }

  /** Returns {@code example.org:80}. */
  @Override
  public final String toString() {
    return connector.toString();
  }
}
