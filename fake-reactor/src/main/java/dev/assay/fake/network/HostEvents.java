// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.event.Phase;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.ledger.Ledger;
import dev.assay.reactor.rules.ReactorLifecycle;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of reactors need of a host: its events, in the trace and on the timeline.
 *
 * @since 0.1
 */
public record HostEvents(Network network, Host host) implements ReactorLifecycle.Ends {
  @Override
  public @Nullable Ledger ledger() {
    return network.ledger();
  }

  @Override
  public void checkThread(String what) {
    network.checkThread(what);
  }

  @Override
  public void checkRequest(String what) {
    network.checkRequest(what);
  }

  @Override
  public void soon(String what, Object subject, Runnable action) {
    network.soon(new Event(what, subject, action));
  }

  @Override
  public DelayedCall timer(String what, Object subject, Duration delay, Runnable action) {
    return network.timer(delay, new Event(what, subject, action));
  }

  @Override
  public void trace(String kind, Object subject, Object detail) {
    network.trace(host, kind, subject, detail);
  }

  @Override
  public void startUp(Runnable triggers) {
    network.timeline().happenNow(new Event("startup of", host, triggers));
  }

  @Override
  public Runnable shutDown(Runnable triggers) {
    Event event = new Event("shutdown of", host, triggers);
    VirtualCall call = network.timeline().happen(Phase.SHUTDOWN, network.timeline().nanos(), event);
    return call::cancel;
  }
}
