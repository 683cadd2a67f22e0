/** Two seats at one table, as a data address: in the page itself, or browsers would ask for /favicon.ico. */
export const ICON =
  "data:image/svg+xml," +
  "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E" +
  "%3Crect width='32' height='32' rx='8' fill='%23b3261e'/%3E" +
  "%3Cg fill='none' stroke='white' stroke-width='2.6'%3E" +
  "%3Ccircle cx='12.5' cy='16' r='6'/%3E%3Ccircle cx='19.5' cy='16' r='6'/%3E%3C/g%3E%3C/svg%3E";
