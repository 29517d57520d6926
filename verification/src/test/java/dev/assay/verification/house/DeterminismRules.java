// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that keep a run repeatable: what core and fake never touch.
 *
 * <p>Members are given as regular expressions over names like {@code java.util.Random.<init>()}.
 */
final class DeterminismRules {
  /**
   * What learns from a thread that is never started which numbers the JDK gives to threads now: by
   * them a trial knows the threads that it has made.
   */
  private static final String BIRTH = "dev\\.assay\\.ledger\\.Birth";

  /** What stands in for the JDK where a thread dies that has no handler, and so prints like it. */
  private static final String DEATHS = "dev\\.assay\\.trial\\.run\\.DeathWatch\\$Handler";

  /** The one class that starts threads: it carries straight-line code, one step at a time. */
  private static final String BODY_THREAD = "dev\\.assay\\.deferred\\.BodyThread(\\$.*)?";

  /**
   * A trial is judged in real time as well: code that sleeps, waits or computes without end is
   * given up, and so are objects that do not answer when a report asks what they are. Nothing else
   * asks what time it is outside, and no virtual time depends on the answer.
   */
  private static final String REAL_TIME =
      "dev\\.assay\\.trial\\.(thread\\.RealTime|run\\.Watchdog|error\\.AnswerBudget)(\\$.*)?";

  /** A view of a Deferred for those who wait for futures: its limits are the JDK's, as they ask. */
  private static final String FUTURE = "dev\\.assay\\.deferred\\.Stages\\$Cancelling";

  /** Those who ask whether a thread is one of the common pool's, which starts none. */
  private static final String POOL =
      "dev\\.assay\\.(ledger\\.CurrentWork|trial\\.thread\\.ResultSources)(\\$.*)?";

  private DeterminismRules() {}

  static List<ArchitectureRule> rules() {
    return List.of(hashedTypes(), hashedOrder(), wallClock(), randomness(), threads(), printing());
  }

  private static ArchitectureRule hashedTypes() {
    return new ArchitectureRule(
        ours()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.util\\.(Hash(Map|Set|table)|IdentityHashMap|WeakHashMap"
                    + "|concurrent\\.ConcurrentHashMap)(\\$.*)?")
            .as("no collection keeps the order of hash codes"),
        planted(
            "new java.util.HashMap<String, String>()",
            "new java.util.HashSet<String>()",
            "new java.util.IdentityHashMap<String, String>()",
            "java.util.concurrent.ConcurrentHashMap.newKeySet()"));
  }

  /** {@code Set.of} and its like, of two and more, even iterate in another order in each JVM. */
  private static ArchitectureRule hashedOrder() {
    return never(
        "no order comes from a hash code",
        List.of(
            "java\\.util\\.Set\\.of\\((?!(java\\.lang\\.Object)?\\)).*",
            "java\\.util\\.Map\\.of\\((?!(java\\.lang\\.Object, java\\.lang\\.Object)?\\)).*",
            "java\\.util\\.(Set\\.copyOf|Map\\.copyOf|Map\\.ofEntries)\\(.*",
            "java\\.util\\.stream\\.Collectors\\.to(Set|UnmodifiableSet|UnmodifiableMap)\\(.*",
            "java\\.util\\.stream\\.Collectors\\.(toMap|groupingBy)\\((?!.*Supplier).*"),
        "java.util.Set.of(1, 2)",
        "java.util.Map.of(1, 2, 3, 4)",
        "java.util.Set.copyOf(java.util.List.of(1, 2))",
        "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.toSet())",
        "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.groupingBy(i -> i))");
  }

  private static ArchitectureRule wallClock() {
    return never(
        ours().and().haveNameNotMatching(REAL_TIME + "|" + FUTURE),
        "time is asked of a reactor",
        List.of(
            "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)\\(\\)",
            "java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)",
            "java\\.time\\.(Clock\\.(system|tick)\\w*|InstantSource\\.system)\\(.*",
            "java\\.util\\.(Date\\.<init>\\(\\)|Calendar\\.getInstance\\(.*)",
            "java\\.(lang\\.Thread|util\\.concurrent\\.TimeUnit)\\.sleep\\(.*",
            "java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)\\(.*",
            "java\\.util\\.concurrent\\.CompletableFuture\\."
                + "(orTimeout|completeOnTimeout|delayedExecutor)\\(.*"),
        "System.nanoTime()",
        "System.currentTimeMillis()",
        "java.time.Instant.now()",
        "java.time.LocalDateTime.now()",
        "java.time.Clock.systemUTC()",
        "new java.util.Date()",
        "Thread.sleep(1)",
        "java.util.concurrent.TimeUnit.SECONDS.sleep(1)",
        "new java.util.concurrent.CompletableFuture<>().orTimeout(1, null)",
        "((java.util.function.LongSupplier) System::nanoTime).getAsLong()");
  }

  private static ArchitectureRule randomness() {
    return never(
        "randomness has a seed",
        List.of(
            "java\\.lang\\.Math\\.random\\(\\)",
            "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
            "java\\.security\\.SecureRandom\\..*",
            "java\\.util\\.random\\.RandomGenerator(Factory)?\\.(of|getDefault)\\(.*",
            "java\\.util\\.UUID\\.randomUUID\\(\\)",
            "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)"),
        "Math.random()",
        "new java.util.Random()",
        "java.util.concurrent.ThreadLocalRandom.current()",
        "new java.security.SecureRandom()",
        "java.util.random.RandomGenerator.getDefault()",
        "java.util.UUID.randomUUID()",
        "java.util.Collections.shuffle(new java.util.ArrayList<>())");
  }

  private static ArchitectureRule threads() {
    String makers =
        either(
            List.of(
                "java\\.lang\\.Thread\\.(<init>|of\\w+|startVirtualThread)\\(.*",
                "java\\.util\\.concurrent\\.Executors\\..*",
                "java\\.util\\.concurrent\\.\\w+(Executor|Pool)\\.(<init>|commonPool)\\(.*",
                "java\\.util\\.concurrent\\.Completable\\w+\\.\\w+Async\\((?!.*Executor).*",
                "java\\.util\\.Timer\\.<init>\\(.*",
                "java\\.util\\.\\w+\\.parallelStream\\(\\)",
                "java\\.util\\.stream\\.\\w+\\.parallel\\(\\)"));
    return new ArchitectureRule(
        ours()
            .and()
            .haveNameNotMatching(String.join("|", BODY_THREAD, BIRTH, REAL_TIME, POOL))
            .should()
            .accessTargetWhere(target(fullNameMatching(makers)))
            .as("one thread does everything"),
        planted(
            "new Thread()",
            "new Thread() {}",
            "java.util.concurrent.Executors.newCachedThreadPool()",
            "java.util.concurrent.ForkJoinPool.commonPool()",
            "java.util.concurrent.CompletableFuture.runAsync(() -> {})",
            "new java.util.Timer()",
            "java.util.List.of(1).parallelStream()"));
  }

  private static ArchitectureRule printing() {
    return never(
        ours().and().haveNameNotMatching(DEATHS),
        "nothing is printed",
        List.of(
            "java\\.lang\\.System\\.(out|err|console\\(\\))",
            ".*\\.printStackTrace\\((java\\.io\\.PrintStream)?\\)"),
        "System.out.println()",
        "System.err.println()",
        "new Exception().printStackTrace()",
        "new Exception().printStackTrace(System.out)");
  }

  private static ArchitectureRule never(
      String rule, List<String> members, String... plantedExpressions) {
    return never(ours(), rule, members, plantedExpressions);
  }

  private static ArchitectureRule never(
      GivenClassesConjunction but,
      String rule,
      List<String> members,
      String... plantedExpressions) {
    return new ArchitectureRule(
        but.should().accessTargetWhere(target(fullNameMatching(either(members)))).as(rule),
        planted(plantedExpressions));
  }

  private static GivenClassesConjunction ours() {
    return noClasses()
        .that()
        .resideInAnyPackage(PackageRules.deterministic().toArray(String[]::new));
  }

  private static String either(List<String> regexes) {
    return String.join("|", regexes);
  }

  /** Returns one program for each expression. */
  private static List<List<String>> planted(String... expressions) {
    return Stream.of(expressions)
        .map("package dev.assay.time; class Bad { void bad() throws Exception { %s; } }"::formatted)
        .map(List::of)
        .toList();
  }
}
