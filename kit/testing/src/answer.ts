/** What a call of a test answered: its data, and code and message of its first error. */
export interface Answer {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test knows what it asked for; a type for each answer would say it twice
  readonly data: any;
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** What else the error says, where the setting passes it on. */
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}
