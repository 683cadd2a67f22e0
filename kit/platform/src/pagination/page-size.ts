/** Default number of rows of a page. */
export const DEFAULT_PAGE_SIZE = 20;
/** Maximum number of rows of a page. */
export const MAX_PAGE_SIZE = 100;
