/** What is said to people, in the two languages that it is written in. 繁體 is made of the Chinese. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
