import { appendAudit } from "@alliance-hub/platform/change/audit";
import { change } from "@alliance-hub/platform/change/change";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import {
  type Checked,
  InputChecks,
  faultsIn,
  gathered,
} from "@alliance-hub/platform/errors/faults";
import { HubError, badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import { reworded } from "@alliance-hub/platform/errors/reworded";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { requireAhead, requireBookingRange } from "@alliance-hub/platform/bookable/bookable-time";
import type { Booking } from "../booking/booking.entity.ts";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";
import type { BookingContext, BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import { auditOf, bookLocked, requireMayBook } from "../booking/booking.service.ts";
import type { ResourceRow } from "../resource/resource.loaders.ts";
import { lockResources } from "../resource/resource.service.ts";
import type { BasketItemInput, BookBasketInput } from "./booking-basket.input.ts";

/** How many resources are booked together at most. */
const MOST_ITEMS = 20;

/**
 * Books several resources for one time, all or none. Their rows are locked in the order of their ids, so that two
 * baskets never wait for each other. All that is wrong is told at once, each with its place in `items`.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `BOOKING_CONFLICT`.
 */
export async function bookBasket(
  context: BookingContext,
  input: BookBasketInput,
): Promise<{ bookings: readonly BookingRow[] }> {
  const { during, items } = input;
  const checks = new InputChecks();
  const organization = await checks.of(() =>
    requireOrganization(context.directory, input.organizationId),
  );
  await checks.of(() => requireItems(items));
  const wanted = items.slice(0, MOST_ITEMS);
  const found = await Promise.all(
    wanted.map(({ resourceId }) => context.resources.byId.load(resourceId)),
  );
  const seen: Checked<ResourceRow>[] = [];
  for (const [place, { resourceId }] of wanted.entries())
    seen.push(
      await checks.of(() => {
        const resource = found[place];
        if (!resource) throw notFound("Resource", resourceId, `items.${place}.resourceId`);
        const { providerId, committeeId } = resource;
        requireMayBook(context, { organizationId: organization().id, providerId, committeeId });
        return resource;
      }),
    );
  const quantities: Checked<number>[] = [];
  for (const [place, { quantity }] of wanted.entries())
    quantities.push(
      await checks.of(() => QUANTITY.check(`items.${place}.quantity`, quantity ?? 1)),
    );
  const given = await checks.of(() =>
    gathered({
      texts: () => checkedOrNull(input, LIMITS),
      during: () => requireBookingRange("during", during),
    }),
  );
  const { ids } = await change<BookingTables, { ids: readonly string[] }>(
    context,
    { action: "bookBasket", input, reload: (id) => Promise.resolve({ ids: [id] }) },
    async (work) => {
      const within = checks.fork();
      // Checked here, not above: a repeated call gets the earlier answer, however late it comes.
      const ahead = await within.of(() => given() && requireAhead(during, work.now));
      const locked = await lockResources(
        work,
        found.flatMap((resource) => (resource ? [resource.id] : [])),
      );
      const bookings: Checked<Booking>[] = [];
      for (const [place, item] of seen.entries())
        bookings.push(
          await within.of(async () => {
            ahead();
            const resource = locked.get(item().id);
            const quantity = quantities[place]?.();
            if (!resource || quantity === undefined) throw new Error("An item was not checked");
            const { purpose } = given().texts;
            const booking = { organizationId: organization().id, during, quantity, purpose };
            return await atPlace(place, () =>
              bookLocked(context, work, { resource, wanted: booking }),
            );
          }),
        );
      within.end();
      const made = bookings.map((booking) => booking());
      const notes = await Promise.all(made.map((booking) => auditOf(work, booking)));
      const [first, ...others] = notes;
      if (!first) throw new Error("A basket that is empty passed its check");
      // The first is the entry of the mutation itself.
      for (const note of others)
        await appendAudit(context, work.rows, { ...note, action: "bookBasket" });
      return { record: { ids: made.map(({ id }) => id) }, audit: first };
    },
  );
  const bookings = await Promise.all(ids.map((id) => context.bookings.byId.load(id)));
  return { bookings: bookings.filter((booking) => booking !== null) };
}

/** @throws HubError `BAD_USER_INPUT` for none, too many, or one twice. */
function requireItems(items: readonly BasketItemInput[]): void {
  if (items.length === 0 || items.length > MOST_ITEMS)
    throw badInput("items", {
      zh: `一并预约须为 1 至 ${MOST_ITEMS} 项资源，现为 ${items.length} 项。请增减后再提交。`,
      en: `"items" has ${items.length} resources; 1 to ${MOST_ITEMS} can be booked together. Give fewer or more.`,
    });
  const ids = items.map(({ resourceId }) => resourceId);
  const twice = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  if (twice !== -1)
    throw badInput(`items.${twice}.resourceId`, {
      zh: `同一项资源（第 ${ids.indexOf(ids[twice] ?? "") + 1} 项）填了两次。请只填一次，需要多份的填数量。`,
      en: `items.${twice} names the same resource as items.${ids.indexOf(ids[twice] ?? "")}. Name it once, with the quantity.`,
    });
}

/** Does something for an item; what is wrong with it is told at its place. */
async function atPlace<T>(place: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const [fault] = faultsIn(error);
    const name = fault?.path.at(-1) === "quantity" ? "quantity" : "resourceId";
    throw reworded(error, error.words, { field: `items.${place}.${name}` });
  }
}
