// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.trial.TrialError;
import dev.assay.trial.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Failures of a callback name the line that added it, wherever it is run from. */
final class LevelBlameTest {

  /** Fires a Deferred far from where its callbacks were added. */
  private static <T> Deferred<T> fire(Deferred<T> deferred, T value) {
    deferred.callback(value);
    return deferred;
  }

  private static StackTraceElement firstOfUser(Throwable thrown) {
    return List.of(thrown.getStackTrace()).stream()
        .filter(frame -> frame.getClassName().startsWith(LevelBlameTest.class.getName()))
        .findFirst()
        .orElseThrow();
  }

  private static Throwable only(Callback<Deferred<String>, Deferred<?>> body) {
    List<Throwable> problems =
        Run.problems(
            Run.of(
                trial -> {
                  Deferred<String> start = new Deferred<>();
                  Deferred<?> end = body.call(start);
                  fire(start, "x");
                  return end;
                }));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static int line() {
    return new Throwable().getStackTrace()[1].getLineNumber();
  }

  @Test
  void methodReference_thatThrowsInTheJdk_isNamedByTheLineThatAddedIt() {
    int line = line() + 1;
    Throwable thrown = only(start -> start.addCallback(Integer::parseInt));

    assertThat(thrown).isInstanceOf(NumberFormatException.class);
    assertThat(firstOfUser(thrown).getLineNumber()).isEqualTo(line);
    assertThat(thrown.getStackTrace()[0].getClassName()).isNotEqualTo(getClass().getName());
  }

  @Test
  void lambda_thatThrows_isNamedByItsOwnLine() {
    int line = line() + 1;
    Throwable thrown = only(start -> start.addCallback(text -> Integer.parseInt(text)));

    assertThat(firstOfUser(thrown).getLineNumber()).isEqualTo(line);
  }

  @Test
  void methodReference_thatNobodyHandles_isNamedInTheText() {
    int line = line() + 6;
    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  Deferred<String> start = new Deferred<>();
                  start.addCallback(Integer::valueOf);
                  fire(start, "x");
                  return null;
                }));

    assertThat(error).hasMessageContaining("thrown at LevelBlameTest.java:" + line);
  }

  @Test
  void methodReference_thatIsAwaited_isNamedByTheLineThatAddedIt() {
    int line = line() + 4;
    Throwable thrown =
        only(
            start -> {
              Deferred<Integer> size = start.addCallback(Integer::parseInt);
              return Sequential.run(body -> body.await(size));
            });

    assertThat(firstOfUser(thrown).getLineNumber()).isEqualTo(line);
  }

  @Test
  void gathering_thatFails_isNamedByItsLine() {
    int line = line() + 4;
    Throwable thrown =
        only(
            start -> {
              Deferred<?> all = Deferreds.gather(List.of(start.<String>addCallback(x -> gone())));
              return all;
            });

    assertThat(firstOfUser(thrown).getLineNumber()).isEqualTo(line);
  }

  private static String gone() {
    throw new IllegalStateException("gone");
  }

  @Test
  @SuppressWarnings("NullAway")
  void addDeferring_thatReturnsNull_namesItsLineOnTop() {
    int line = line() + 1;
    Throwable thrown = only(start -> start.addDeferringCallback(x -> null));

    assertThat(thrown)
        .hasMessageStartingWith("the callback added at LevelBlameTest.java:" + line + " in ")
        .hasMessageContaining(" returned null, not a Deferred");
    assertThat(thrown.getStackTrace()[0].getLineNumber()).isEqualTo(line);
  }

  @Test
  void addCallback_thatReturnsADeferred_namesItsLineOnTopAndTheBirthplace() {
    int line = line() + 1;
    Throwable thrown = only(start -> start.addCallback(x -> new Deferred<String>()));

    assertThat(thrown)
        .hasMessageStartingWith("the callback added at LevelBlameTest.java:" + line + " in ")
        .hasMessageContaining(
            "returned Deferred#2 [unfired] created at LevelBlameTest.java:" + line);
    assertThat(thrown.getStackTrace()[0].getLineNumber()).isEqualTo(line);
  }

  @Test
  void deferred_thatWouldWaitForItself_namesLineAndBirthplaces() {
    int line = line() + 1;
    Throwable thrown = only(start -> start.addDeferringCallback(x -> start));

    assertThat(thrown)
        .hasMessageStartingWith("Deferred#1 [succeeded: x] created at LevelBlameTest.java:")
        .hasMessageContaining("the callback added at LevelBlameTest.java:" + line + " in ");
    assertThat(thrown.getStackTrace()[0].getLineNumber()).isEqualTo(line);
  }

  @Test
  void error_thatHasNoStackTrace_isLeftAsItIs() {
    Throwable bare = new Bare();
    Throwable thrown = only(start -> start.addCallback(new Thrower(bare)));

    assertThat(thrown).isSameAs(bare);
    assertThat(thrown.getStackTrace()).isEmpty();
  }

  /** A callback that is nobody's lambda. */
  private record Thrower(Throwable thrown) implements Callback<String, @Nullable Void> {
    @Override
    public @Nullable Void call(String value) throws Throwable {
      throw thrown;
    }
  }

  private static final class Bare extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bare() {
      super("bare", null, false, false);
    }
  }
}
