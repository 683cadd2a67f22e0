/** What a report is divided into. */
export const ReportPeriod = { MONTH: "MONTH", QUARTER: "QUARTER", YEAR: "YEAR" } as const;
export type ReportPeriod = (typeof ReportPeriod)[keyof typeof ReportPeriod];
