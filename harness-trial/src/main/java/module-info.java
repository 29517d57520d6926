// SPDX-License-Identifier: Apache-2.0
/** Tests that are judged also by what they leave behind. */
module dev.assay.trial {
  requires transitive dev.assay.core;
  requires java.logging;
  requires java.management;

  exports dev.assay.trial;
}
