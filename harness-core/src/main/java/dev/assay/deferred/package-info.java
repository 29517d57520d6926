// SPDX-License-Identifier: Apache-2.0
/**
 * Results that arrive later, and the chains of callbacks they pass through.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.deferred.Deferred}, the ways to combine several ({@link
 *       dev.assay.deferred.Deferreds}), straight-line code ({@link dev.assay.deferred.Sequential}),
 *       and the lock, semaphore and queue for work that spans Deferreds.
 *   <li>What enters: values and failures, by {@code callback} and {@code errback}; futures, by
 *       {@code Deferreds.fromStage}; delays, by {@link dev.assay.time.ReactorTime}.
 *   <li>What leaves: results, to callbacks; in a trial, records of what is unfired, unhandled or
 *       held, to the {@link dev.assay.ledger.Ledger}.
 *   <li>Where to start: {@code Deferred} for the interface, {@code CallbackChain.run} for the loop.
 *       Four classes make up one Deferred, so that it is one object: {@code LevelQueue} (the levels
 *       to run), {@code CallbackChain} (the result and the loop), {@code WatchedChain} (the trial's
 *       record), {@code Deferred} (the public methods).
 * </ul>
 *
 * <p>The room is large because its groups share what a Deferred does not show to users: the levels,
 * the record of a trial, and whether that trial has ended. The groups are the chain and its records
 * ({@code CallbackChain}, {@code Level}, {@code Failed}, {@code DeferredRecord}, {@code
 * GuestRecord}), several Deferreds ({@code Deferreds}, {@code DeferredList}, {@code Race}), locks
 * and queues ({@code Tokens}, {@code Holders}, {@code DeferredQueue}), straight-line code ({@code
 * Sequential}, {@code BodyThread}), and stages ({@code Stages}).
 */
@NullMarked
package dev.assay.deferred;

import org.jspecify.annotations.NullMarked;
