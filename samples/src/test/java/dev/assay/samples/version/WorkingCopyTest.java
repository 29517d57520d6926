// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.version;

import static dev.assay.trial.Trials.failureResultOf;
import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.process.StartFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Git as a scripted command: no process is started, and no time passes. */
final class WorkingCopyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeReactor reactor;
  private final WorkingCopy copy;

  WorkingCopyTest(FakeReactor reactor) {
    this.reactor = reactor;
    copy = new WorkingCopy(reactor, reactor);
  }

  @Trial
  void name_isWhatGitSays() {
    reactor.processes().script("git", git -> git.after(SECOND, () -> git.out("v1.2\n").exit(0)));
    Deferred<String> name = copy.name();
    reactor.advance(SECOND);

    assertThat(successResultOf(name)).isEqualTo("v1.2");
    assertThat(reactor.processes().started()).hasToString("[git describe]");
  }

  @Trial
  void gitThatFails_saysWhy() {
    reactor.processes().script("git", git -> git.err("fatal: no names found\n").exit(128));
    Deferred<String> name = copy.name();
    reactor.settle();

    assertThat(failureResultOf(name, IOException.class))
        .hasMessage("git describe: fatal: no names found, exit code 128");
  }

  /** A process that was not killed would fail the trial. */
  @Trial
  void gitThatHangs_isKilled() {
    reactor.processes().script("git", git -> {});
    Deferred<String> name = copy.name();
    reactor.advance(WorkingCopy.PATIENCE);
    reactor.settle();

    assertThat(failureResultOf(name, TimeoutException.class)).isNotNull();
  }

  @Trial
  void gitThatIsNotInstalled_isAFailure() {
    Deferred<String> name = copy.name();

    assertThat(failureResultOf(name, StartFailedException.class))
        .hasMessageContaining("cannot start git describe");
  }
}
