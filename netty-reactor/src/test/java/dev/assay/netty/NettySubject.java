// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import dev.assay.contract.subject.ContractSubject;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The reactor on Netty as a subject of the contract, driven by the thread of the check. */
final class NettySubject implements ContractSubject {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Ledger ledger = new Ledger();
  private final NettyReactor reactor;
  private final Ledger.Binding binding;
  private final Path directory;
  private @Nullable BlackHole blackHole;

  NettySubject() {
    binding = ledger.bind();
    reactor = NettyReactor.builder().build();
    try {
      directory = Files.createTempDirectory("contract");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Object reactor() {
    return reactor;
  }

  @Override
  public void run(Runnable code) {
    code.run();
  }

  @Override
  public boolean await(BooleanSupplier condition) {
    Duration end = reactor.elapsed().plus(AMPLE);
    while (!condition.getAsBoolean()) {
      if (reactor.elapsed().compareTo(end) > 0) {
        return false;
      }
      reactor.turn(SHORT);
    }
    return true;
  }

  @Override
  public void runFor(Duration time) {
    Duration end = reactor.elapsed().plus(time);
    for (Duration left = time; left.compareTo(Duration.ZERO) > 0; ) {
      reactor.turn(left);
      left = end.minus(reactor.elapsed());
    }
  }

  @Override
  public void settle() {
    runFor(SHORT);
  }

  @Override
  public List<Throwable> takeLoggedErrors() {
    return ledger.flushLoggedErrors(Throwable.class);
  }

  @Override
  public InetSocketAddress blackHole() {
    if (blackHole == null) {
      blackHole = new BlackHole();
    }
    return blackHole.address();
  }

  @Override
  public String unixPath(String name) {
    return directory.resolve(name).toString();
  }

  @Override
  public void close() {
    reactor.close();
    binding.close();
    if (blackHole != null) {
      blackHole.close();
    }
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
