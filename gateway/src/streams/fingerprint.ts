import type { Viewer } from "@alliance-hub/sharing/viewer";

const known = new WeakMap<Viewer, string>();

/**
 * Everything of a viewer that what a subscription is told may depend on: all but the person. No type that
 * subscriptions lead to shows anybody something as the person it is, and a test holds that.
 */
export function fingerprintOf(viewer: Viewer): string {
  let text = known.get(viewer);
  if (text === undefined) {
    const { subject: _subject, ...rest } = viewer;
    known.set(viewer, (text = JSON.stringify(rest)));
  }
  return text;
}

/** A viewer that stands for all with its fingerprint. What depends on the person finds nobody. */
export function anyoneLike(viewer: Viewer): Viewer {
  return Object.freeze({ ...viewer, subject: null });
}
