// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distinction between the user's classes and those of the harness, the JDK and test frameworks.
 *
 * @since 0.1
 */
public final class UserCode {
  /** The harness's packages by name, so that its own samples and trials count as user code. */
  private static final List<String> MACHINERY =
      List.of(
          "dev.assay.pending.",
          "dev.assay.stack.",
          "dev.assay.ledger.",
          "dev.assay.time.",
          "dev.assay.call.",
          "dev.assay.deferred.",
          "dev.assay.task.",
          "dev.assay.tls.",
          "dev.assay.protocol.",
          "dev.assay.process.",
          "dev.assay.reactor.",
          "dev.assay.endpoint.",
          "dev.assay.policy.",
          "dev.assay.trial.",
          "dev.assay.fake.",
          "dev.assay.netty.",
          "dev.assay.junit.",
          "dev.assay.jqwik.",
          "dev.assay.cli.",
          "org.junit.",
          "net.jqwik.",
          "org.assertj.",
          "jdk.proxy", // the classes of java.lang.reflect.Proxy, which have no lines
          "com.sun.proxy.",
          "org.slf4j.",
          "ch.qos.logback.",
          "org.apache.logging.",
          "org.apache.commons.logging.",
          "org.jboss.logging.",
          "org.apache.maven.surefire.",
          "org.gradle.",
          "worker.org.gradle.",
          "com.intellij.rt.",
          "org.eclipse.jdt.internal.");

  /** Packages and classes in which the harness waits for itself. Other parts call user code. */
  private static final List<String> WAITING =
      List.of(
          "dev.assay.pending.",
          "dev.assay.stack.",
          "dev.assay.ledger.",
          "dev.assay.trial.",
          "dev.assay.deferred.BodyThread",
          "dev.assay.junit.",
          "dev.assay.jqwik.",
          "dev.assay.netty.",
          "dev.assay.cli.");

  /** The parts of those that call user code. */
  private static final List<String> CALLING =
      List.of(
          "dev.assay.trial.TrialContext",
          "dev.assay.trial.run.RunContext",
          "dev.assay.trial.run.TrialRun");

  private static final ClassValue<Boolean> IS_USER_CODE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return !ofPlatform(type.getClassLoader())
              && MACHINERY.stream().noneMatch(type.getName()::startsWith);
        }
      };

  private UserCode() {}

  /** Returns whether a class is the user's. */
  public static boolean contains(Class<?> type) {
    return IS_USER_CODE.get(type);
  }

  /** Returns whether a frame of another thread is user code, which is decided by the name only. */
  static boolean contains(StackTraceElement frame) {
    return !ofPlatform(frame)
        && !isHidden(frame)
        && MACHINERY.stream().noneMatch(frame.getClassName()::startsWith);
  }

  /** Returns whether a class has no source: it was made for a lambda or a method reference. */
  static boolean isHidden(StackTraceElement frame) {
    return frame.getClassName().contains("$$Lambda");
  }

  static boolean ofHarness(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.assay.") && !contains(frame) && !isHidden(frame);
  }

  /** Returns whether the harness waits for itself in a frame. */
  static boolean waitsItself(StackTraceElement frame) {
    return WAITING.stream().anyMatch(frame.getClassName()::startsWith)
        && CALLING.stream().noneMatch(frame.getClassName()::startsWith);
  }

  private static boolean ofPlatform(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return frame.getModuleName() != null && (loader == null || loader.equals("platform"));
  }

  private static boolean ofPlatform(@Nullable ClassLoader loader) {
    return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
  }
}
