/** Chinese characters. */
export const HAN = /\p{Script=Han}/u;

/**
 * Latin words in a row that are no name, no id and no GraphQL in back quotes: a sentence, or a part of one. Three or
 * more, because names of machinery (`GraphQL over HTTP`, `npm run operator`) have up to three words.
 */
const SENTENCE = /(?:\b[A-Za-z][a-z']*[,;:]? +){3,}[A-Za-z]/;
const NAMES = /`[^`]*`|\bGraphQL over HTTP\b|\bnpm run \w+\b/g;

/** English in a Chinese text; undefined if there is none. */
export function latinSentence(text: string): string | undefined {
  return SENTENCE.exec(text.replaceAll(NAMES, "…"))?.[0];
}
