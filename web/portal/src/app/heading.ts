import { useSyncExternalStore } from "react";

/** The heading of the page that is shown; undefined until there is one. It follows the page, whatever shows it. */
export const useHeading = (): string | undefined =>
  useSyncExternalStore(followPage, () => document.querySelector("main h1")?.textContent.trim());

function followPage(onChange: () => void): () => void {
  const main = document.querySelector("main");
  if (!main) return () => undefined;
  const following = new MutationObserver(onChange);
  following.observe(main, { childList: true, subtree: true, characterData: true });
  return () => following.disconnect();
}
