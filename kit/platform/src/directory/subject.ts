/** Prefixes of the hub's own subjects: partner systems, calendar feeds, webhooks, commands. */
const RESERVED = /^(partner|calendar-feed|feed|webhooks?|command):/;
/** Subjects of the hub without a prefix. */
const RESERVED_WORDS: ReadonlySet<string> = new Set(["anonymous", "webhooks"]);

/** Characters that nobody can see in a subject: white space and characters without a glyph. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/gu;

/**
 * Whether a subject looks like one that the hub gives to partner systems, feeds and commands. A person with
 * such a subject could be mistaken for one of them in the audit log and in comparisons, so tokens and records
 * of persons may not have it. The tables of `members` enforce the same rule.
 */
export function isReservedSubject(subject: string): boolean {
  const read = subject.normalize("NFKC").replaceAll(UNSEEN, "").toLowerCase();
  return RESERVED.test(read) || RESERVED_WORDS.has(read);
}
