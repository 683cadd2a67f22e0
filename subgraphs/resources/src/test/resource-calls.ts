import type { AgreementSetting as Setting } from "./agreement-setting.ts";

const RESOURCE =
  "{ resource { id state capacity title version venueKind functionAreas withdrawReason bookings { totalCount } } }";
const BOOKING =
  "{ booking { id state quantity purpose reason version during { start end } resource { id } organization { id } } }";
const NEED = "{ need { id state version neededBy collectionRound { id } } }";
const ROUND = "{ collectionRound { id state version committee { id } } }";

/** The mutations' documents. */
export const SHARE = `mutation ($input: ShareResourceInput!) { shareResource(input: $input) ${RESOURCE} }`;
export const UPDATE = `mutation ($input: UpdateResourceInput!) { updateResource(input: $input) ${RESOURCE} }`;
export const PUBLISH = `mutation ($input: PublishResourceInput!) { publishResource(input: $input) ${RESOURCE} }`;
export const DISCARD = `mutation ($input: DiscardResourceInput!) { discardResource(input: $input) { id } }`;
export const WITHDRAW = `mutation ($input: WithdrawResourceInput!) { withdrawResource(input: $input) ${RESOURCE} }`;
export const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) ${BOOKING} }`;
export const CHANGE = `mutation ($input: ChangeBookingInput!) { changeBooking(input: $input) { booking { id state quantity purpose reason version during { start end } previous { start end } } } }`;
export const BASKET = `mutation ($input: BookBasketInput!) { bookBasket(input: $input) { bookings { id state quantity resource { id } } } }`;
export const SERIES = `mutation ($input: BookSeriesInput!) {
  bookSeries(input: $input) { series { id } dates { during { start end } outcome reason holidaysUnknown booking { id state } } }
}`;
const DATES =
  "{ during { start end } outcome reason holidaysUnknown booking { id state version during { start end } previous { start end } } }";
export const CHANGE_SERIES = `mutation ($input: ChangeSeriesInput!) { changeSeries(input: $input) { series { id version } dates ${DATES} } }`;
export const CANCEL_SERIES = `mutation ($input: CancelSeriesInput!) {
  cancelSeries(input: $input) { series { id version } cancelled { id state reason } skipped ${DATES} }
}`;
export const CANCEL = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) ${BOOKING} }`;
export const DECIDE = `mutation ($input: DecideBookingInput!) { decideBooking(input: $input) ${BOOKING} }`;
export const DECIDE_ALL = `mutation ($input: DecideBookingsInput!) { decideBookings(input: $input) { bookings { id state reason version during { start end } } } }`;
export const RECORD_USE = `mutation ($input: RecordUseInput!) { recordUse(input: $input) { booking { id state used } } }`;
export const KEEP_SERIES = `mutation ($input: KeepSeriesInput!) { keepSeries(input: $input) { series { id version } } }`;
export const COMPLETE = `mutation ($input: CompleteBookingInput!) { completeBooking(input: $input) ${BOOKING} }`;
export const POST = `mutation ($input: PostNeedInput!) { postNeed(input: $input) ${NEED} }`;
export const UPDATE_NEED = `mutation ($input: UpdateNeedInput!) { updateNeed(input: $input) ${NEED} }`;
export const PUBLISH_NEED = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) ${NEED} }`;
export const WITHDRAW_NEED = `mutation ($input: WithdrawNeedInput!) { withdrawNeed(input: $input) ${NEED} }`;
export const DISCARD_NEED = `mutation ($input: DiscardNeedInput!) { discardNeed(input: $input) { id } }`;
export const OPEN_ROUND = `mutation ($input: OpenCollectionRoundInput!) { openCollectionRound(input: $input) ${ROUND} }`;
export const CLOSE_ROUND = `mutation ($input: CloseCollectionRoundInput!) { closeCollectionRound(input: $input) ${ROUND} }`;

/** The lists' documents. */
export const RESOURCES = `query ($filter: ResourceFilter, $first: Int, $after: String) {
  resources(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } }
}`;
export const BOOKINGS = `query ($filter: BookingFilter, $orderBy: BookingOrder, $first: Int, $after: String) {
  bookings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } }
}`;
export const AVAILABILITY = `query ($id: ID!, $during: TimeRangeInput!) {
  resource(id: $id) { bookings(during: $during, first: 100) { nodes { id purpose } } free(during: $during) { start end quantity } }
}`;

/** A range of hours from the setting's now. */
export function hours(
  { clock }: Pick<Setting, "clock">,
  from: number,
  to: number,
): { start: string; end: string } {
  const at = (hour: number) => new Date(clock.now.getTime() + hour * 3_600_000).toISOString();
  return { start: at(from), end: at(to) };
}

/** Input of a room that unit a shares with everybody. */
export function shareInput(setting: Setting, over: object = {}): object {
  return {
    providerId: setting.units.a,
    title: "会议室",
    kind: "VENUE",
    audience: "PUBLIC",
    publish: true,
    ...over,
  };
}

/** The id of a resource that unit a has just shared. */
export async function shared(setting: Setting, over: object = {}): Promise<string> {
  const answer = await setting.call(setting.liaison(setting.units.a), SHARE, {
    input: shareInput(setting, over),
  });
  return answer.data.shareResource.resource.id;
}

/** Books for unit b. */
export function book(setting: Setting, resourceId: string, input: object) {
  const organizationId = setting.units.b;
  return setting.call(setting.liaison(organizationId), BOOK, {
    input: { resourceId, organizationId, ...input },
  });
}

/** The id of a booking that unit b has just made. */
export async function booked(setting: Setting, resourceId: string, input: object): Promise<string> {
  const answer = await book(setting, resourceId, input);
  return answer.data.bookResource.booking.id;
}
