/* How notices are polled and followed. */

export const SINCE = `query ($after: String, $first: Int) {
  noticesSince(after: $after, first: $first) { endPosition hasMore nodes { id position type } }
}`;
export const ARRIVALS = `subscription ($after: String) { noticeArrivals(after: $after) { id type title } }`;
