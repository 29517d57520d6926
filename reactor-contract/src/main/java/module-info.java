// SPDX-License-Identifier: Apache-2.0
/** The rules that every reactor keeps, as checks in plain Java. */
module dev.assay.contract {
  requires transitive dev.assay.core;

  exports dev.assay.contract;
}
