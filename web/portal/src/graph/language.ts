/** In which the hub is to tell of errors: the script of the page. */
export const LANGUAGE = document.documentElement.lang === "zh-Hant" ? "zh-Hant" : "zh-CN";
