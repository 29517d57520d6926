// SPDX-License-Identifier: Apache-2.0
/** Trials on the JUnit Platform. */
@SuppressWarnings("module") // the modules it is exported to are compiled later
module dev.assay.junit {
  requires transitive dev.assay.fake;
  requires transitive dev.assay.trial;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.engine;
  requires org.opentest4j;
  requires static org.assertj.core;

  exports dev.assay.junit;
  exports dev.assay.junit.assertj;
  exports dev.assay.junit.engine to
      dev.assay.cli;
  exports dev.assay.junit.jupiter;
  exports dev.assay.junit.run to
      dev.assay.jqwik;

  // AssertJ makes subclasses of the assertions when they are soft.
  opens dev.assay.junit.assertj to
      org.assertj.core;

  provides org.junit.jupiter.api.extension.Extension with
      dev.assay.junit.jupiter.DetectedTrialExtension;
  provides org.junit.platform.engine.TestEngine with
      dev.assay.junit.engine.TrialEngine;
}
