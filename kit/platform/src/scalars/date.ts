import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

function parseDate(value: unknown): string {
  const day =
    typeof value === "string" && /^(19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  const instant = day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
  if (
    day === undefined ||
    !instant ||
    Number.isNaN(instant.getTime()) ||
    instant.toISOString().slice(0, 10) !== day
  ) {
    throw new GraphQLError(
      `${JSON.stringify(value)?.slice(0, 60)} is not a Date. Write an existing day from 1900-01-01 on as YYYY-MM-DD, such as 2026-05-01.`,
      { extensions: { code: "BAD_USER_INPUT" } },
    );
  }
  return day;
}

/** Days, as `YYYY-MM-DD` everywhere (ISO 8601-1:2019, section 5.2.2.1). */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "日期，YYYY-MM-DD。A day: YYYY-MM-DD.",
  serialize: String,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});
