/** What public text must not contain. The number itself is never repeated. */
export interface PersonalData {
  readonly kind: "IDENTITY_NUMBER" | "MOBILE_NUMBER";
}

/** Between the digits of one number: up to three spaces or dashes, on one line. */
const GAP = String.raw`(?:[^\S\n]|[\p{Pd}\u2212]){0,3}`;

/** Eighteen characters from every place where a number starts, so that a number before it hides nothing. */
const IDENTITY_NUMBER = new RegExp(
  String.raw`(?<![0-9])(?=((?:[0-9]${GAP}){17}[0-9X])(?![0-9]))`,
  "giu",
);

/** A day of the two centuries whose years start like a mobile number, as in "1921-07-01 100". */
const DAY = String.raw`1[89][0-9]{2}\p{Pd}[01][0-9]\p{Pd}[0-3][0-9](?![0-9])`;

/**
 * Eleven digits, with or without the country's prefix. Points count only in the usual groups; other points are
 * decimals.
 */
const MOBILE_NUMBER = new RegExp(
  String.raw`(?<![0-9])(?:(?:00)?86${GAP})?(?!${DAY})(?:1${GAP}[3-9](?:${GAP}[0-9]){9}|1[3-9][0-9](?:[.·][0-9]{4}){2})(?![0-9])`,
  "u",
);

/**
 * Whether a text contains what looks like a resident identity number (公民身份号码, GB 11643-1999: 17 digits with a
 * day of birth, and a check character) or a mobile number of the mainland. Full-width digits, spaces, dashes,
 * keycaps and invisible characters do not hide it. If more digits come before or after, it is another, longer
 * number and is allowed. So are office telephones and credit codes.
 */
export function findPersonalData(text: string): PersonalData | undefined {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
  for (const [, candidate = ""] of plain.matchAll(IDENTITY_NUMBER)) {
    if (isIdentityNumber(candidate.replaceAll(/[^0-9X]/giu, "")))
      return { kind: "IDENTITY_NUMBER" };
  }
  return MOBILE_NUMBER.test(plain) ? { kind: "MOBILE_NUMBER" } : undefined;
}

/**
 * Day of birth (characters 7 to 14) and check character (ISO 7064 MOD 11-2: all 18, weighted by powers of two
 * from the right, leave 1 modulo 11). The area (1 to 6) is not checked, because areas can be abolished while
 * numbers stay.
 */
function isIdentityNumber(number: string): boolean {
  if (
    !isDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))
  )
    return false;
  const remainder = Array.from(number).reduce(
    (sum, character) => (sum * 2 + (/x/i.test(character) ? 10 : Number(character))) % 11,
    0,
  );
  return remainder === 1;
}

/** A day of the calendar on which the holder of a number may have been born, 1800 to 2099. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2099) return false;
  // A month or a day that is too large or zero runs over into another month.
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
