// SPDX-License-Identifier: Apache-2.0
/** Properties whose tries are trials, and arbitraries of asynchronous programs. */
module dev.assay.jqwik {
  requires transitive dev.assay.junit;
  requires transitive net.jqwik.api;

  exports dev.assay.jqwik;

  // jqwik makes the hook through the JUnit Platform.
  opens dev.assay.jqwik to
      org.junit.platform.commons;

  provides net.jqwik.api.providers.ArbitraryProvider with
      dev.assay.jqwik.AssayArbitraryProvider;
}
