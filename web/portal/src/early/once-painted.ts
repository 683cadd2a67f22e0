/** How long a page waits that is not painted, in milliseconds: in some browsers nothing tells of it. */
const LONGEST_MS = 1000;

/** Begins once what the server has sent can be seen. A page in the background is not painted: it begins at once. */
export function oncePainted(begin: () => void): void {
  if (document.hidden) return begin();
  const painted = new AbortController();
  const { signal } = painted;
  signal.addEventListener("abort", begin, { once: true });
  const done = (): void => painted.abort();
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) done();
  });
  observer.observe({ type: "paint", buffered: true });
  setTimeout(done, LONGEST_MS);
}
