// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessOutput;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only a real reactor has to do for child processes: threads, pipes and the system. */
final class NettyProcessTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final NettyReactor reactor = new NettyReactor();

  @AfterEach
  void close() {
    reactor.close();
  }

  private void await(BooleanSupplier condition) {
    Duration end = reactor.elapsed().plus(AMPLE);
    while (!condition.getAsBoolean()) {
      assertThat(reactor.elapsed()).isLessThan(end);
      reactor.turn(Duration.ofMillis(10));
    }
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("reactor processes"))
        .toList();
  }

  private static Command shell(String line) {
    return Command.of("sh", "-c", line);
  }

  @Test
  void threads_endWithTheChild() {
    Deferred<ProcessOutput> done = reactor.runProcess(Command.of("cat"), new byte[1 << 20]);
    await(done::isFired);

    await(() -> threads().isEmpty());
  }

  @Test
  void start_programThatIsNotThere_saysWhatToDo() {
    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> reactor.startProcess(Command.of("no-such-thing", "x"), new Recorder()))
        .withMessageStartingWith("cannot start no-such-thing x (")
        .withMessageEndingWith(
            "); check that the program exists and may be executed, or give its full path")
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void start_inADirectoryThatIsNotThere_saysSo() {
    Command command = Command.of("cat").withDirectory(Path.of("/no/such/directory"));
    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> reactor.startProcess(command, new Recorder()))
        .withMessageEndingWith("; its directory does not exist: /no/such/directory");
  }

  @Test
  void start_inADirectory_runsThere() {
    Deferred<ProcessOutput> done =
        reactor.runProcess(Command.of("pwd").withDirectory(Path.of("/")));
    List<String> found = new ArrayList<>();
    done.addEffect(output -> found.add(output.outText()));
    await(done::isFired);

    assertThat(found).containsExactly("/\n");
  }

  /** A child that writes faster than it is read waits, as its pipe is full. */
  @Test
  void output_withoutEnd_doesNotFillTheMemory() throws Exception {
    Recorder recorder = new Recorder();
    ProcessTransport process = reactor.startProcess(Command.of("yes"), recorder);
    await(() -> recorder.received > 0);
    long before = recorder.received;
    reactor.turn(Duration.ZERO);
    reactor.turn(Duration.ZERO);

    assertThat(recorder.received - before).isLessThanOrEqualTo(4 * 65_536);
    process.kill();
    await(() -> recorder.ended);
  }

  /** The background process keeps the output of the shell open when that has exited. */
  @Test
  void kill_processThatHasExited_endsTheWaitForItsOutput() throws Exception {
    Recorder recorder = new Recorder();
    ProcessTransport process = reactor.startProcess(shell("sleep 1000 & echo $!"), recorder);
    await(() -> recorder.exited && recorder.text.toString().endsWith("\n"));
    process.kill();
    await(() -> recorder.ended);
    long left = Long.parseLong(recorder.text.toString().strip());
    ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
    await(() -> threads().isEmpty());
  }

  @Test
  void close_killsWhatRuns() throws Exception {
    ProcessTransport process = reactor.startProcess(shell("exec sleep 1000"), new Recorder());
    ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
    reactor.close();

    assertThat(endOf(handle)).isTrue();
  }

  private static boolean endOf(ProcessHandle handle)
      throws InterruptedException, ExecutionException, TimeoutException {
    handle.onExit().get(AMPLE.toSeconds(), TimeUnit.SECONDS);
    return !handle.isAlive();
  }

  /** Notes what happens to its process. */
  private static final class Recorder extends ProcessProtocol {
    private final StringBuilder text = new StringBuilder();
    private long received;
    private boolean exited;
    private boolean ended;

    @Override
    public void outReceived(byte[] data) {
      received += data.length;
      if (text.length() < 100) {
        text.append(new String(data, UTF_8));
      }
    }

    @Override
    public void processExited(ExitStatus status) {
      exited = true;
    }

    @Override
    protected void processEnded(ExitStatus status) {
      ended = true;
    }
  }
}
