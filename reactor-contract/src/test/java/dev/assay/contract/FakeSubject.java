// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.contract.subject.ContractSubject;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fake reactor as a subject of the contract. */
final class FakeSubject implements ContractSubject {
  private static final Duration AMPLE = Duration.ofMinutes(2);

  private final Ledger ledger = new Ledger();
  private final FakeReactor reactor;
  private final Object checked;
  private final Ledger.Binding binding;
  private boolean unixSockets = true;

  FakeSubject() {
    this(network -> {}, fake -> fake);
  }

  private FakeSubject(Consumer<FakeNetwork> setting, Function<FakeReactor, Object> relay) {
    binding = ledger.bind();
    FakeNetwork network = new FakeNetwork();
    reactor = network.host("localhost");
    setting.accept(network);
    FakePrograms.script(reactor.processes());
    checked = relay.apply(reactor);
  }

  /** Returns a fake reactor whose network is not the quiet one. */
  static FakeSubject on(Consumer<FakeNetwork> setting) {
    return new FakeSubject(setting, fake -> fake);
  }

  /** Returns what stands before a fake reactor, to be checked instead. */
  static FakeSubject behind(Function<FakeReactor, Object> relay) {
    return new FakeSubject(network -> {}, relay);
  }

  /** Returns a fake reactor that has no UNIX sockets, so says its subject. */
  static FakeSubject withoutUnixSockets() {
    FakeSubject subject = new FakeSubject();
    subject.unixSockets = false;
    return subject;
  }

  @Override
  public Object reactor() {
    return checked;
  }

  @Override
  public void run(Runnable code) {
    code.run();
  }

  @Override
  public boolean await(BooleanSupplier condition) {
    Duration end = reactor.elapsed().plus(AMPLE);
    while (!condition.getAsBoolean()) {
      boolean ran = reactor.step().isPresent();
      if (!ran && (reactor.elapsed().compareTo(end) > 0 || !reactor.advanceToNext())) {
        return condition.getAsBoolean();
      }
    }
    return true;
  }

  @Override
  public void runFor(Duration time) {
    reactor.advance(time);
  }

  @Override
  public void settle() {
    reactor.advance(Duration.ofMillis(20));
  }

  @Override
  public List<Throwable> takeLoggedErrors() {
    return ledger.flushLoggedErrors(Throwable.class);
  }

  @Override
  public InetSocketAddress blackHole() {
    return new InetSocketAddress("10.255.255.1", 80);
  }

  @Override
  public boolean hasUnixSockets() {
    return unixSockets;
  }

  @Override
  public String unixPath(String name) {
    return "/run/" + name;
  }

  @Override
  public boolean hasExactTime() {
    return true;
  }

  @Override
  public void close() {
    binding.close();
    List<Pending> left =
        ledger.snapshot().stream()
            .filter(entry -> entry.kind() != PendingKind.DEFERRED || entry.awaited())
            .filter(entry -> entry.kind() != PendingKind.FOREIGN_CALL) // the contract is about them
            .toList();
    if (!left.isEmpty()) {
      throw new AssertionError("nothing may be left: " + left);
    }
  }
}
