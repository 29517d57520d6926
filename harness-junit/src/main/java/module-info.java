// SPDX-License-Identifier: Apache-2.0
/** Trials on the JUnit Platform. */
@SuppressWarnings("module") // the command is compiled later
module dev.assay.junit {
  requires transitive dev.assay.fake;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.engine;
  requires org.opentest4j;
  requires static org.assertj.core;
  requires static net.jqwik.api;

  exports dev.assay.junit;
  exports dev.assay.junit.assertj;
  exports dev.assay.junit.engine to
      dev.assay.cli;
  exports dev.assay.junit.jqwik;
  exports dev.assay.junit.jupiter;

  // AssertJ makes subclasses of the assertions when they are soft.
  opens dev.assay.junit.assertj to
      org.assertj.core;
  // jqwik makes the hook through the JUnit Platform.
  opens dev.assay.junit.jqwik to
      org.junit.platform.commons;

  // No provider for jqwik: a module cannot be resolved without what it provides for. On the class
  // path META-INF/services names it.
  provides org.junit.jupiter.api.extension.Extension with
      dev.assay.junit.jupiter.DetectedTrialExtension;
  provides org.junit.platform.engine.TestEngine with
      dev.assay.junit.engine.TrialEngine;
}
