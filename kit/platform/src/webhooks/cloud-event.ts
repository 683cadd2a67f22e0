/** One event, as CloudEvents 1.0 names its parts (section "Context Attributes"). */
export interface CloudEvent {
  /** Together with the source it identifies an event that comes twice. */
  readonly id: string;
  /** A URI reference. */
  readonly source: string;
  readonly type: string;
  readonly time: Date;
  readonly subject: string;
  readonly data: object;
}

/** The content type of an event in structured mode (CloudEvents, JSON Event Format, section 3). */
export const CLOUD_EVENT_TYPE = "application/cloudevents+json; charset=utf-8";

/** The event as JSON, in structured mode. */
export function cloudEventText({ data, time, ...attributes }: CloudEvent): string {
  return JSON.stringify({
    specversion: "1.0",
    ...attributes,
    time: time.toISOString(),
    datacontenttype: "application/json",
    data,
  });
}
