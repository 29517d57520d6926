// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Sequential;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Trials that hang in every place there is, and do not answer. */
public final class Hangs {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Hangs() {}

  public static final class InItself {
    @Trial
    void isBefore() {}

    @Fails("A-STUCK")
    @Trial
    void computes() {
      Trap.spin();
    }

    @Fails("A-REAL-WAIT")
    @Trial
    void waits() {
      Trap.hold();
    }

    @Fails("A-REAL-WAIT")
    @Trial
    Deferred<?> inACallback() {
      return Deferred.succeed("").addCallback(text -> hold());
    }

    @Fails("A-REAL-WAIT")
    @Trial
    Deferred<?> inACall(FakeReactor reactor) {
      Deferred<String> pong = new Deferred<>();
      reactor.callLater(SECOND, Trap::hold);
      return pong;
    }

    @Fails("A-REAL-WAIT")
    @Trial
    Deferred<?> inASequential() {
      return Sequential.run(await -> hold());
    }

    @Fails("A-REAL-WAIT")
    @Trial
    void inACleanup(TrialContext trial) {
      trial.addCleanup(Trap::hold);
    }

    @Fails("A-STUCK")
    @Trial
    void makesThingsForEver() {
      Trap.repeat(() -> new Deferred<String>().addCallback(text -> text));
    }

    @Fails("A-STUCK")
    @Trial
    void armsCallsForEver(VirtualClock clock) {
      Trap.repeat(() -> clock.callLater(SECOND, () -> {}).cancel());
    }

    @Trial
    void isAfter() {}
  }

  private static String hold() {
    Trap.hold();
    return "";
  }

  public static final class InAText {
    @Fails("")
    @Trial
    void ofWhatIsThrown() {
      throw new Unspeakable();
    }

    @Fails("")
    @Trial
    Deferred<?> ofWhatIsAwaited() {
      return Deferred.fail(new Unspeakable());
    }

    @Fails("A-")
    @Trial
    void ofAnUnhandledFailure() {
      Deferred.fail(new Unspeakable());
    }

    @Fails("A-")
    @Trial
    void ofAResult() {
      Deferred<Unspeakable> deferred = Deferred.succeed(new Unspeakable());
      deferred.addDeferringCallback(value -> new Deferred<String>());
    }

    @Fails("A-REAL-WAIT")
    @Trial
    void ofAResultWhileItWaits() {
      Deferred<Unspeakable> deferred = Deferred.succeed(new Unspeakable());
      deferred.pause();
      deferred.addCallback(value -> value);
      Trap.hold();
    }

    @Trial
    void isAfter() {}
  }

  @SuppressWarnings("OverrideThrowableToString")
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      Trap.hold();
      return "";
    }
  }

  public static final class BeforeEachTrial {
    @BeforeEach
    void hangs() {
      Trap.hold();
    }

    @Fails("A-REAL-WAIT")
    @Trial
    void isNotRun() {}
  }

  public static final class AfterEachTrial {
    @AfterEach
    void hangs() {
      Trap.hold();
    }

    @Fails("A-REAL-WAIT")
    @Trial
    void isRun() {}
  }

  public static final class InTheConstructor {
    InTheConstructor() {
      Trap.hold();
    }

    @Fails("A-REAL-WAIT")
    @Trial
    void isNotRun() {}
  }

  @Fails("A-REAL-WAIT")
  public static final class BeforeAllTrials {
    @BeforeAll
    static void hangs() {
      Trap.hold();
    }

    @Trial
    void isNotRun() {}
  }

  @Fails("A-REAL-WAIT")
  public static final class AfterAllTrials {
    @AfterAll
    static void hangs() {
      Trap.hold();
    }

    @Trial
    void isRun() {}
  }

  @Fails("A-REAL-WAIT")
  public static final class InTheInitialiser {
    static {
      Trap.hold();
    }

    @Trial
    void isNotRun() {}
  }
}
