import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** RFC 3339, section 5.6: date and time with an offset. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

function parseDateTime(value: unknown): Date {
  const instant = typeof value === "string" && RFC_3339.test(value) ? new Date(value) : undefined;
  if (!instant || Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1900 || instant.getUTCFullYear() > 2200) {
    throw new GraphQLError(
      `${JSON.stringify(value)?.slice(0, 60)} is no DateTime. Write RFC 3339 with an offset, between the years 1900 and 2200, such as 2026-05-01T09:00:00+08:00.`,
      { extensions: { code: "BAD_USER_INPUT" } },
    );
  }
  return instant;
}

/** Instants, as RFC 3339 with an offset on the wire (always UTC outwards) and `Date` inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "时刻，RFC 3339 带时差。An instant: RFC 3339 with an offset.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});
