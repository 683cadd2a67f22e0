import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** RFC 3339, section 5.6: date and time with an offset. */
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-](0\d|1[0-4]):[0-5]\d)$/;

function parseDateTime(value: unknown): Date {
  const parts = typeof value === "string" ? RFC_3339.exec(value) : null;
  if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) {
    throw new GraphQLError(
      `${JSON.stringify(value)?.slice(0, 60)} is not a DateTime. Write an existing day and time from 1900 on in RFC 3339 with an offset, such as 2026-05-01T09:00:00+08:00.`,
      { extensions: { code: "BAD_USER_INPUT" } },
    );
  }
  return new Date(parts[0]);
}

/** Whether the day exists. The platform's own parser would read 29 February 2027 as the first of March. */
function isDay(year: number, month: number, day: number): boolean {
  const found = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

/** Instants, as RFC 3339 with an offset on the wire (always UTC outwards) and `Date` inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "时刻，RFC 3339 格式，带时区偏移。A point in time: RFC 3339 with an offset.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});
