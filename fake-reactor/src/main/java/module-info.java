// SPDX-License-Identifier: Apache-2.0
/** Deterministic fakes of time and the network. */
module dev.assay.fake {
  requires transitive dev.assay.core;

  exports dev.assay.fake;
  exports dev.assay.fake.event;
  exports dev.assay.fake.protocol;
}
