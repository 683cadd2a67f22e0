/** Rows of a page where the client does not say. */
export const DEFAULT_PAGE_SIZE = 20;
/** Most rows of one page. */
export const MAX_PAGE_SIZE = 100;
