// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines of user code that make things. */
final class SiteTest {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();

  @AfterEach
  void unbind() {
    binding.close();
  }

  /** Returns the number of the line below the one that calls this. */
  private static int nextLine() {
    return WALKER.walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber()) + 1;
  }

  private String siteOfTheLast() {
    List<Pending> all = ledger.snapshot();
    return all.get(all.size() - 1).site().toString();
  }

  @Test
  void here_method_isTheLineThatCalls() {
    int line = nextLine();
    Site site = Sites.here();
    assertThat(site).hasToString("SiteTest.java:" + line + " in here_method_isTheLineThatCalls");
    StackTraceElement element = site.element();
    assertThat(element).isNotNull();
    assertThat(element.getClassName()).isEqualTo(SiteTest.class.getName());
    assertThat(element.getLineNumber()).isEqualTo(line);
  }

  @Test
  void here_lambda_isNamedByTheMethodItIsWrittenIn() {
    int line = nextLine();
    Supplier<Supplier<Site>> lambda = () -> () -> Sites.here();
    assertThat(lambda.get().get())
        .hasToString("SiteTest.java:" + line + " in here_lambda_isNamedByTheMethodItIsWrittenIn");
  }

  @Test
  void here_nestedClass_isNamedByItsFile() {
    assertThat(new Maker().inConstructor).asString().matches("SiteTest\\.java:\\d+ in <init>");
    assertThat(Maker.inInitializer).asString().matches("SiteTest\\.java:\\d+ in <clinit>");
  }

  private static final class Maker {
    static final Site inInitializer = Sites.here();

    final Site inConstructor = Sites.here();
  }

  @Test
  void here_noUserCodeOnTheThread_isUnknown() throws Exception {
    FutureTask<Site> task = new FutureTask<>(Sites::here);
    Thread thread = new Thread(task);
    thread.start();
    assertThat(task.get()).hasToString("an unknown place");
    assertThat(task.get().element()).isNull();
    assertThat(Site.unknown()).hasToString("an unknown place");
  }

  @Test
  void newDeferred_isTheLineThatMakesIt() {
    int line = nextLine();
    new Deferred<Integer>();
    assertThat(siteOfTheLast())
        .isEqualTo("SiteTest.java:" + line + " in newDeferred_isTheLineThatMakesIt");
  }

  @Test
  void newDeferred_insideAMethodOfTheUser_isThatOne() {
    ping();
    assertThat(siteOfTheLast()).isEqualTo("SiteTest.java:" + PING + " in ping");
  }

  private static final int PING = nextLine() + 2;

  private static Deferred<Integer> ping() {
    return new Deferred<>();
  }

  @Test
  void newDeferred_insideACallback_isTheLineInTheCallback() {
    Deferred<Integer> start = new Deferred<>();
    int line = nextLine();
    start.addDeferringCallback(v -> new Deferred<Integer>());
    start.callback(1);
    assertThat(siteOfTheLast())
        .isEqualTo(
            "SiteTest.java:" + line + " in newDeferred_insideACallback_isTheLineInTheCallback");
  }

  @Test
  void fail_throughHarnessCode_isTheLineOfTheUser() {
    int line = nextLine();
    Deferred.fail(new IllegalStateException());
    assertThat(siteOfTheLast())
        .isEqualTo("SiteTest.java:" + line + " in fail_throughHarnessCode_isTheLineOfTheUser");
  }

  @Test
  void combinators_throughHarnessCode_areTheLineOfTheUser() {
    Deferred<Integer> member = new Deferred<>();
    ManualTime time = new ManualTime();
    int line = nextLine();
    Deferreds.gather(List.of(member));
    Deferreds.race(List.of(member));
    Deferreds.deferLater(time, Duration.ofSeconds(1));
    Deferreds.execute(() -> fails());
    Sequential.run(body -> body.await(member));
    String method = " in combinators_throughHarnessCode_areTheLineOfTheUser";
    assertThat(ledger.snapshot().subList(1, 6))
        .extracting(pending -> pending.site().toString())
        .containsExactly(
            "SiteTest.java:" + line + method,
            "SiteTest.java:" + (line + 1) + method,
            "SiteTest.java:" + (line + 2) + method,
            "SiteTest.java:" + (line + 3) + method,
            "SiteTest.java:" + (line + 4) + method);
  }

  private static int fails() throws Exception {
    throw new Exception("no");
  }

  @Test
  void newDeferred_insideABody_isTheLineInTheBody() {
    int line = nextLine();
    Sequential.run(body -> body.await(new Deferred<Integer>()));
    assertThat(siteOfTheLast())
        .isEqualTo("SiteTest.java:" + line + " in newDeferred_insideABody_isTheLineInTheBody");
  }

  @Test
  void newDeferred_deepInTheStack_isTheInnermostLine() {
    assertThat(deep(200)).matches("SiteTest\\.java:\\d+ in deep");
  }

  private String deep(int depth) {
    if (depth > 0) {
      return deep(depth - 1);
    }
    new Deferred<Integer>();
    return siteOfTheLast();
  }

  @Test
  void logError_isTheLineThatLogs() {
    int line = nextLine();
    ledger.logError("delivery", new Exception("no"));
    assertThat(siteOfTheLast())
        .isEqualTo("SiteTest.java:" + line + " in logError_isTheLineThatLogs");
  }
}
