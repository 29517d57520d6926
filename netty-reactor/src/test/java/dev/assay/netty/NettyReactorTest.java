// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NettyReactorTest {
  private final NettyReactor reactor = NettyReactor.builder().withoutSignals().build();

  @Test
  void program_fromStartToStop_runsOnTheThreadOfRun() throws BindFailedException {
    List<String> happened = new ArrayList<>();
    ListeningPort port = reactor.listenTcp(0, peer -> new Answering());
    InetSocketAddress address = (InetSocketAddress) port.address();
    reactor.connectTcp("127.0.0.1", address.getPort(), asking(happened));
    reactor.run();

    assertThat(happened)
        .containsExactly("asked", "answered on " + Thread.currentThread().getName());
  }

  @Test
  void requestFromAnotherThread_isRefused_andNamesBothThreads() throws Exception {
    reactor.callLater(Duration.ZERO, () -> {});
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread other = new Thread(() -> reactor.callLater(Duration.ZERO, () -> {}), "other thread");
    other.setUncaughtExceptionHandler((thread, error) -> thrown.set(error));
    other.start();
    other.join();

    assertThat(thrown.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("thread other thread must not callLater")
        .hasMessageContaining("the reactor belongs to thread " + Thread.currentThread().getName());
    reactor.close();
  }

  @Test
  void callFromAnotherThread_wakesAReactorThatWaits() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    reactor.callWhenRunning(
        () ->
            new Thread(
                    () ->
                        reactor.callFromThread(
                            () -> {
                              ran.complete(Thread.currentThread());
                              reactor.stop();
                            }))
                .start());
    reactor.run();

    assertThat(ran.get()).isEqualTo(Thread.currentThread());
  }

  @Test
  void callThatThrows_isLogged_andTheLoopContinues() {
    Ledger ledger = new Ledger();
    Ledger.Binding trial = ledger.bind();
    NettyReactor inTrial = new NettyReactor();
    IllegalStateException error = new IllegalStateException("thrown by a call");
    inTrial.callLater(
        Duration.ZERO,
        () -> {
          throw error;
        });
    inTrial.callLater(Duration.ofMillis(1), inTrial::stop);
    inTrial.run();
    trial.close();

    assertThat(ledger.flushLoggedErrors(IllegalStateException.class)).containsExactly(error);
  }

  @Test
  void reactorThatWasStopped_refusesTheNetwork_andSaysWhatToDo() {
    reactor.callLater(Duration.ZERO, reactor::stop);
    reactor.run();

    assertThatIllegalStateException()
        .isThrownBy(() -> reactor.listenTcp(0, peer -> null))
        .withMessageContaining("create a new reactor");
  }

  @Test
  void stop_endsEveryConnection_andFreesThePort() throws BindFailedException {
    List<String> happened = new ArrayList<>();
    ListeningPort port = reactor.listenTcp(0, peer -> new Silent(happened, "server"));
    int number = ((InetSocketAddress) port.address()).getPort();
    reactor.connectTcp("127.0.0.1", number, peer -> new Silent(happened, "client"));
    reactor.callLater(Duration.ofMillis(50), reactor::stop);
    reactor.run();

    assertThat(happened)
        .containsExactlyInAnyOrder(
            "server lost ConnectionLostException", "client lost ConnectionLostException");
    NettyReactor next = NettyReactor.builder().withoutSignals().build();
    next.listenTcp(number, peer -> null);
    next.close();
  }

  @Test
  void badInput_isRefusedWithATypedFailure(@TempDir Path directory) {
    String tooLong = directory.resolve("x".repeat(200)).toString();
    assertThatThrownBy(() -> reactor.listenUnix(tooLong, peer -> null))
        .isInstanceOf(BindFailedException.class)
        .hasMessageContaining(tooLong);
    assertThatThrownBy(
            () ->
                reactor.listenTcp(
                    0, peer -> null, ListenOptions.DEFAULT.withHost("nobody.invalid")))
        .isInstanceOf(BindFailedException.class)
        .hasMessageContaining("nobody.invalid");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NettyReactor.builder().highWaterMark(-1))
        .withMessage("bytes must not be negative: -1");
    reactor.close();
  }

  @Test
  void taskThatReturnsADeferred_isToldWhatToReturn() {
    List<Throwable> failures = new ArrayList<>();
    Deferred<Object> result = reactor.deferToThread(Deferred::new);
    result.addErrback(
        error -> {
          failures.add(error);
          reactor.stop();
          return "";
        });
    reactor.run();

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).hasMessageContaining("return a value");
  }

  private ClientFactory asking(List<String> happened) {
    return peer ->
        new Protocol() {
          @Override
          protected void connectionMade() {
            happened.add("asked");
            transport().write(new byte[] {1});
          }

          @Override
          public void dataReceived(byte[] data) {
            happened.add("answered on " + Thread.currentThread().getName());
            reactor.stop();
          }
        };
  }

  /** Sends back what it receives. */
  private static final class Answering extends Protocol {
    @Override
    public void dataReceived(byte[] data) {
      transport().write(data);
    }
  }

  /** Records its end. */
  private static final class Silent extends Protocol {
    private final List<String> happened;
    private final String name;

    Silent(List<String> happened, String name) {
      this.happened = happened;
      this.name = name;
    }

    @Override
    public void dataReceived(byte[] data) {}

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      happened.add(name + " lost " + reason.getClass().getSimpleName());
    }
  }
}
