// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.stern;

import dev.assay.junit.AllowPending;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.pending.PendingKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation made of others. */
@Retention(RetentionPolicy.RUNTIME)
@Strict
@TimeLimit(virtual = "1s", blocking = "3s")
@AllowPending(PendingKind.LOCK)
public @interface Stern {}
