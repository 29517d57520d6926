// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import java.util.List;

/**
 * Says that a trial has left something behind. Each kind of thing has a type of its own, and the
 * stack trace is the line that made the first of them: what looks for the smallest test that fails
 * cannot take one leak for another.
 *
 * @since 0.1
 */
public abstract sealed class LeftBehindError extends TrialError {
  private static final long serialVersionUID = 1L;

  LeftBehindError(FailureCode code, String text, List<Pending> pending) {
    super(code, text, pending, pending.get(0).error());
  }

  static LeftBehindError of(FailureCode code, String text, List<Pending> pending) {
    return switch (pending.get(0).kind()) {
      case DEFERRED, FUTURE -> new OfDeferred(code, text, pending);
      case UNHANDLED_FAILURE -> new OfFailure(code, text, pending);
      case DELAYED_CALL -> new OfCall(code, text, pending);
      case CONNECTION -> new OfConnection(code, text, pending);
      case LISTENING_PORT, DATAGRAM_PORT -> new OfPort(code, text, pending);
      case DESCRIPTOR -> new OfDescriptor(code, text, pending);
      case LOCK -> new OfLock(code, text, pending);
      case THREAD_TASK -> new OfTask(code, text, pending);
      case PRODUCER -> new OfProducer(code, text, pending);
      case SCRIPTED -> new OfScripted(code, text, pending);
      case LOGGED_ERROR -> new OfLoggedError(code, text, pending);
      case FOREIGN_CALL -> new OfForeignCall(code, text, pending);
    };
  }

  /** An unfired Deferred was left behind. */
  public static final class OfDeferred extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfDeferred(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** A failure that nobody has handled was left behind. */
  public static final class OfFailure extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfFailure(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** An armed call was left behind. */
  public static final class OfCall extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfCall(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** An open connection was left behind. */
  public static final class OfConnection extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfConnection(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** An open port was left behind. */
  public static final class OfPort extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfPort(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** A registered descriptor was left behind. */
  public static final class OfDescriptor extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfDescriptor(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** A held lock was left behind. */
  public static final class OfLock extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfLock(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** A task of the thread pool was left behind. */
  public static final class OfTask extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfTask(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** A registered producer was left behind. */
  public static final class OfProducer extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfProducer(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** Something that the test has arranged has not happened. */
  public static final class OfScripted extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfScripted(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** A logged error was left behind. */
  public static final class OfLoggedError extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfLoggedError(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }

  /** Work that another thread has brought in was left behind. */
  public static final class OfForeignCall extends LeftBehindError {
    private static final long serialVersionUID = 1L;

    private OfForeignCall(FailureCode code, String text, List<Pending> pending) {
      super(code, text, pending);
    }
  }
}
