import { useSyncExternalStore } from "react";
import { watchSession } from "@alliance-hub/web-shared/session.ts";
import type { TimeWish } from "../words/chosen-time.ts";
import { dropDraft, keepDraft, readDraft } from "./draft.ts";

/** A resource that somebody means to book together with others. */
export interface BasketItem {
  readonly resourceId: string;
  readonly quantity: number;
}

/** What is to be booked together, and the time that was looked for when the first was put in. */
export interface Basket extends TimeWish {
  readonly items: readonly BasketItem[];
}

/** The most that are booked together, as the hub has it. */
export const MOST_ITEMS = 20;

const NAME = "basket";
const EMPTY: Basket = { items: [] };

let kept: Basket | undefined;
const listeners = new Set<() => void>();

/** Kept like what is typed into a form: over a reload, for one person, gone with the tab. */
const basket = (): Basket => (kept ??= { ...EMPTY, ...readDraft(NAME) });

/** What is in the basket, for a component. */
export const useBasket = (): Basket => useSyncExternalStore(watchBasket, basket);

/** Changes what is in it; an empty one is forgotten. */
export function changeBasket(changed: Partial<Basket>): void {
  kept = { ...basket(), ...changed };
  if (kept.items.length === 0) emptyBasket();
  else keepDraft(NAME, kept);
  tell();
}

export function emptyBasket(): void {
  dropDraft(NAME);
  kept = EMPTY;
  tell();
}

function watchBasket(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function tell(): void {
  for (const changed of listeners) changed();
}

// Whoever signs in next has a basket of their own.
watchSession(() => {
  kept = undefined;
  tell();
});
