// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Trials that throw what is hard to catch, to print or to tell. */
@SuppressWarnings("DoNotCallSuggester")
public final class Throws {
  @Trial
  void isBefore() {}

  @Fails("java.lang.StackOverflowError")
  @Trial
  void overflows() {
    overflow(0);
  }

  @Fails("java.lang.StackOverflowError")
  @Trial
  Deferred<?> overflowsInACallback() {
    return Deferred.succeed(0).addCallback(Throws::overflow);
  }

  @Fails("java.lang.StackOverflowError")
  @Trial
  Deferred<?> overflowsInAnErrback() {
    return Deferred.fail(new IllegalStateException()).addErrback(e -> overflow(0));
  }

  @Fails("A-LOGGED-ERROR")
  @Trial
  Deferred<?> overflowsInACall(FakeReactor reactor) {
    Deferred<Integer> pong = new Deferred<>();
    reactor.callLater(Duration.ofSeconds(1), () -> pong.callback(overflow(0)));
    reactor.callLater(Duration.ofSeconds(2), () -> pong.callback(1));
    return pong;
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void overflowsUnseen() {
    Deferred.succeed(0).addCallback(Throws::overflow);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @Fails("java.lang.AssertionError: the trial ran out of memory")
  @Trial
  void hasNoMemory() {
    throw new OutOfMemoryError("planted");
  }

  @Fails("java.lang.AssertionError: the trial ran out of memory")
  @Trial
  void hasReallyNoMemory() {
    long[][] all = new long[1_000][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new long[Integer.MAX_VALUE - 8];
    }
  }

  @Fails("java.lang.AssertionError: the trial ran out of memory")
  @Trial
  Deferred<?> hasNoMemoryInACallback() {
    return Deferred.succeed("").addCallback(text -> new long[Integer.MAX_VALUE]);
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void hasNoMemoryUnseen() {
    Deferred.succeed("").addCallback(text -> new long[Integer.MAX_VALUE]);
  }

  @Fails("java.lang.AssertionError")
  @Trial
  void failsAndHasNoMemory(TrialContext trial) {
    trial.addCleanup(
        () -> {
          throw new OutOfMemoryError("planted");
        });
    throw new AssertionError("planted");
  }

  @Fails("java.lang.ThreadDeath")
  @Trial
  @SuppressWarnings("removal")
  void diesLikeAStoppedThread() {
    throw new ThreadDeath();
  }

  @Fails("java.lang.InternalError")
  @Trial
  void breaksTheMachine() {
    throw new InternalError("planted");
  }

  @Fails("dev.assay.sample.hostile.Throws$Unknown")
  @Trial
  void throwsAnUnknownError() throws Throwable {
    throw new Unknown();
  }

  @Fails("java.lang.InterruptedException")
  @Trial
  void throwsAnInterrupt() throws InterruptedException {
    Thread.currentThread().interrupt();
    new CountDownLatch(1).await();
  }

  @Fails("A-INTERRUPTED")
  @Trial
  void isLeftInterrupted() {
    Thread.currentThread().interrupt();
  }

  @Fails("java.lang.AssertionError: a dev.assay.sample.hostile.Throws$Mute whose message")
  @Trial
  void throwsAMute() {
    throw new Mute();
  }

  @Fails("")
  @Trial
  void throwsATextless() {
    throw new Textless();
  }

  @Fails("java.lang.AssertionError: java.lang.IllegalStateException: planted")
  @Trial
  void throwsWhatAMuteHasCaused() {
    throw new IllegalStateException("planted", new Mute());
  }

  @Fails("java.lang.AssertionError: java.lang.IllegalStateException: planted")
  @Trial
  void throwsWithAMuteSuppressed() {
    IllegalStateException thrown = new IllegalStateException("planted");
    thrown.addSuppressed(new Mute());
    throw thrown;
  }

  @Fails("java.lang.IllegalStateException: one")
  @Trial
  void throwsARing() {
    IllegalStateException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one));
    throw one;
  }

  @Fails("java.lang.IllegalStateException: one")
  @Trial
  void throwsARingOfSuppressed(TrialContext trial) {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException two = new IllegalStateException("two");
    one.addSuppressed(two);
    two.addSuppressed(one);
    trial.addCleanup(
        () -> {
          throw two;
        });
    throw one;
  }

  @Fails("")
  @Trial
  void throwsItsOwnCause() {
    throw new OwnCause();
  }

  @Fails("")
  @Trial
  void throwsWithoutAStack() {
    throw new NoStack();
  }

  @Fails("java.lang.AssertionError: dev.assay.sample.hostile.Throws$Rigid")
  @Trial
  void throwsWithAStackThatCannotBeShortened() {
    throw new Rigid();
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void failsUnseenWithAStackThatCannotBeShortened() {
    Deferred.fail(new Rigid());
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void failsUnseenWithoutAStack() {
    Deferred.fail(new NoStack());
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void failsUnseenMute() {
    Deferred.fail(new Mute());
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void failsUnseenWithItsOwnCause() {
    Deferred.fail(new OwnCause());
  }

  @Fails("java.lang.AssertionError: dev.assay.sample.hostile.Throws$NewCauses")
  @Trial
  void throwsWithANewCauseEachTime() {
    throw new NewCauses();
  }

  @Fails("A-UNHANDLED-FAILURE")
  @Trial
  void failsUnseenWithANewCauseEachTime() {
    Deferred.fail(new NewCauses());
  }

  @Fails("java.lang.AssertionError: dev.assay.sample.hostile.Throws$NoCause")
  @Trial
  void throwsWithACauseThatThrows() {
    throw new NoCause();
  }

  @Fails("java.lang.AssertionError: dev.assay.sample.hostile.Throws$Unhashable")
  @Trial
  void throwsWhatHasNoHashCode(FakeReactor reactor) {
    reactor.callLater(Duration.ofSeconds(1), () -> {});
    throw new Unhashable();
  }

  @Fails("java.lang.AssertionError: dev.assay.sample.hostile.Throws$Closed")
  @Trial
  void leaksAndThrowsWhatTakesNothing(FakeReactor reactor) {
    reactor.callLater(Duration.ofSeconds(1), () -> {});
    throw new Closed();
  }

  @Fails("A-PENDING-DEFERRED")
  @Trial
  void leavesAValueWhoseTextArms(FakeReactor reactor) {
    Deferred<Arms> left = Deferred.succeed(new Arms(reactor));
    left.pause();
    left.addCallback(value -> value);
  }

  @Fails("")
  @Trial
  void throwsWhatArmsWhenItIsTold(FakeReactor reactor) {
    throw new ArmsWhenTold(reactor);
  }

  @Trial
  void isAfter() {}

  private static final class Rigid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStackTrace(StackTraceElement[] stack) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class NewCauses extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return new NewCauses();
    }
  }

  private static final class NoCause extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      throw new AssertionError("no cause");
    }
  }

  @SuppressWarnings("ThrowableEqualsHashCode")
  private static final class Unhashable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(@Nullable Object other) {
      throw new IllegalStateException("no equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("no hash code");
    }
  }

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super("closed", null, false, true);
    }
  }

  private record Arms(FakeReactor reactor) {
    @Override
    public String toString() {
      reactor.callLater(Duration.ofSeconds(1), () -> {});
      return "armed";
    }
  }

  private static final class ArmsWhenTold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FakeReactor reactor;

    ArmsWhenTold(FakeReactor reactor) {
      this.reactor = reactor;
    }

    @Override
    public String getMessage() {
      reactor.callLater(Duration.ofSeconds(1), () -> {});
      return "armed";
    }
  }

  private static final class Unknown extends Throwable {
    private static final long serialVersionUID = 1L;
  }

  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  @SuppressWarnings({"NullAway", "ToStringReturnsNull"})
  private static final class Textless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String getMessage() {
      return null;
    }

    @Override
    public String toString() {
      return null;
    }
  }

  private static final class OwnCause extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }

  @SuppressWarnings("NullAway")
  private static final class NoStack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no cause");
    }
  }
}
