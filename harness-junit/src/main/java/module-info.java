// SPDX-License-Identifier: Apache-2.0
/** Trials on the JUnit Platform. */
module dev.assay.junit {
  requires transitive dev.assay.fake;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.engine;
  requires static transitive org.assertj.core;
  requires static net.jqwik.api;

  exports dev.assay.junit;
  exports dev.assay.junit.assertj;

  // AssertJ makes subclasses of the assertions when they are soft.
  opens dev.assay.junit.assertj to
      org.assertj.core;
}
