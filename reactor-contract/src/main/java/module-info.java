// SPDX-License-Identifier: Apache-2.0
/** The contract of reactors, as checks in plain Java. */
module dev.assay.contract {
  requires transitive dev.assay.core;

  exports dev.assay.contract;
  exports dev.assay.contract.certificate;
  exports dev.assay.contract.subject;
}
