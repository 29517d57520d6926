// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessOutput;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeProcessesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Command PULL = Command.of("git", "pull", "--quiet");

  private final FakeReactor reactor = new FakeReactor();
  private final FakeProcesses processes = reactor.processes();
  private final Recorder recorder = new Recorder();

  @Test
  void start_commandWithoutScript_saysWhatIsScriptedAndHowToScript() {
    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> reactor.startProcess(PULL, recorder))
        .withMessage(
            "cannot start git pull --quiet: localhost has no script for it, but for no command;"
                + " add one with reactor.processes().script(\"git\", child -> ...)");

    processes.script("cat", child -> {}).script(List.of("git", "push"), child -> {});
    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> reactor.startProcess(PULL, recorder))
        .withMessageContaining("but for [cat, git push]; add one");
  }

  @Test
  void script_several_thatWithTheMostWordsCounts() throws Exception {
    processes
        .script("git", child -> child.out("any"))
        .script(List.of("git", "pull"), child -> child.out("pull"))
        .script(List.of("git", "pull", "--all"), child -> child.out("all"));
    reactor.startProcess(PULL, recorder);
    reactor.startProcess(Command.of("git"), recorder);
    reactor.settle();

    assertThat(recorder.log).containsExactly("started", "started", "out pull", "out any");
    assertThat(processes.started()).containsExactly(PULL, Command.of("git"));
  }

  @Test
  void script_withDelays_runsInVirtualTime() throws Exception {
    processes.script(
        "git",
        child ->
            child
                .out("one")
                .after(SECOND, () -> child.err("two"))
                .after(SECOND.multipliedBy(2), () -> child.exit(3)));
    reactor.startProcess(PULL, recorder);

    reactor.settle();
    assertThat(recorder.log).containsExactly("started", "out one");
    reactor.advance(SECOND);
    assertThat(recorder.log).endsWith("err two");
    reactor.advance(SECOND);
    assertThat(recorder.log).endsWith("exited exit code 3", "ended exit code 3");
  }

  @Test
  void script_thatAnswersItsInput_getsItWhole() throws Exception {
    processes.script(
        "git",
        child ->
            child.after(
                SECOND,
                () ->
                    child
                        .onInput(data -> child.out("<" + new String(data, UTF_8) + ">"))
                        .onInputEnd(() -> child.exit(0))));
    ProcessTransport process = reactor.startProcess(PULL, recorder);
    process.write("early".getBytes(UTF_8));
    process.write(" bird".getBytes(UTF_8));
    process.closeInput();
    reactor.runUntilIdle(SECOND);

    assertThat(recorder.log)
        .containsExactly(
            "started", "out <early>", "exited exit code 0", "out < bird>", "ended exit code 0");
  }

  @Test
  void output_isCutAsTheChooserDecides() throws Exception {
    reactor.network().choose((what, options) -> options == 5 ? 2 : 0);
    processes.script("git", child -> child.out("hello").exit(0));
    reactor.startProcess(PULL, recorder);
    reactor.settle();

    assertThat(recorder.log)
        .containsExactly("started", "out he", "exited exit code 0", "out llo", "ended exit code 0");
  }

  @Test
  void kill_endsTheScriptAndItsTimers() throws Exception {
    processes.script("git", child -> child.after(SECOND, () -> child.out("late")));
    ProcessTransport process = reactor.startProcess(PULL, recorder);
    reactor.settle();
    process.kill();
    reactor.runUntilIdle(Duration.ZERO);

    assertThat(recorder.log)
        .containsExactly(
            "started", "exited exit code 137 (signal 9)", "ended exit code 137 (signal 9)");
  }

  @Test
  void script_afterItsExit_isRefusedToGoOn() throws Exception {
    List<FakeChild> children = new ArrayList<>();
    processes.script("git", child -> children.add(child.exit(0)));
    reactor.startProcess(PULL, recorder);
    reactor.settle();

    assertThatIllegalStateException()
        .isThrownBy(() -> children.get(0).out("late"))
        .withMessage(
            "the process git pull --quiet cannot write to its output: it has exited, which ends"
                + " its script");
  }

  @Test
  void failNextStart_failsOne() throws Exception {
    processes.script("git", child -> child.exit(0));
    StartFailedException reason = new StartFailedException("too many processes");
    reactor.network().strike(new Fault.FailNextStart("localhost", reason));
    Deferred<ProcessOutput> failing = reactor.runProcess(PULL);
    Deferred<ProcessOutput> second = reactor.runProcess(PULL);
    reactor.settle();

    assertThat(failing.state()).isEqualTo(new Outcome.Failure<>(reason));
    assertThat(second.state()).isInstanceOf(Outcome.Success.class);
  }

  @Test
  void failNextStart_ofNoHost_isRefused() {
    StartFailedException reason = new StartFailedException("too many processes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reactor.network().strike(new Fault.FailNextStart("elsewhere", reason)))
        .withMessage("host must be one of [localhost]: elsewhere");
  }

  @Test
  void crash_losesProcessesWithoutAWord() throws Exception {
    processes.script("git", child -> child.after(SECOND, () -> child.out("late")));
    ProcessTransport process = reactor.startProcess(PULL, recorder);
    reactor.settle();
    reactor.network().strike(new Fault.Crash("localhost"));
    reactor.runUntilIdle(Duration.ZERO);

    assertThat(recorder.log).containsExactly("started");
    assertThat(process.isRunning()).isFalse();
  }

  @Test
  void trace_hasTheLifeOfAProcess() throws Exception {
    processes.script("git", child -> child.out("hello").exit(0));
    reactor.startProcess(PULL, recorder);
    reactor.settle();

    assertThat(reactor.network().trace().toString())
        .containsSubsequence(
            "processStarted",
            "git pull --quiet",
            "processOut",
            "5 bytes",
            "processExited",
            "processEnded");
  }

  /** Notes what happens to its process. */
  private static final class Recorder extends ProcessProtocol {
    private final List<String> log = new ArrayList<>();

    @Override
    protected void processStarted() {
      log.add("started");
    }

    @Override
    public void outReceived(byte[] data) {
      log.add("out " + new String(data, UTF_8));
    }

    @Override
    public void errReceived(byte[] data) {
      log.add("err " + new String(data, UTF_8));
    }

    @Override
    public void processExited(ExitStatus status) {
      log.add("exited " + status);
    }

    @Override
    protected void processEnded(ExitStatus status) {
      log.add("ended " + status);
    }
  }
}
