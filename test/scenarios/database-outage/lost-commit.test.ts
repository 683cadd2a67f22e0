import { expect, it } from "@jest/globals";
import { openOutageStage } from "../../support/outage/setting.ts";
import { type SilentProxy, startSilentProxy } from "@alliance-hub/testing/silent-proxy";

/** The statement as it goes over the wire (PostgreSQL, section 54.7, Query). */
const COMMIT = /Q[^]{4}commit\0$/;

it("a change whose commit was not answered is not known to have happened; with its idempotencyKey it happens once", async () => {
  await using closing = new AsyncDisposableStack();
  let proxy: SilentProxy | undefined;
  const stage = closing.use(
    await openOutageStage({}, async (url) => {
      proxy = closing.use(await startSilentProxy(url));
      return proxy.url;
    }),
  );
  const resourceId = await stage.shareResource();
  const key = { idempotencyKey: "预约 017" };
  // Workers of the hub commit, too.
  proxy?.loseAnswerTo(COMMIT, /insert into "resources"."booking"/);
  const lost = await stage.book(resourceId, key);
  expect(lost.codes).toEqual(["SUBGRAPH_UNAVAILABLE"]);
  expect(lost.errors[0]).toMatchObject({
    message: expect.stringMatching(/does not know whether .* idempotencyKey/),
    extensions: { outcome: "UNKNOWN" },
  });
  // No proxy repeats it by itself.
  expect(lost.status).toBe(200);

  const repeated = await stage.book(resourceId, key);
  expect(repeated.codes).toEqual([]);
  const bookings = await stage.admin.query(
    "select id from resources.booking where resource_id = $1",
    [resourceId],
  );
  expect(bookings.rows).toEqual([{ id: repeated.data["bookResource"]?.["booking"]?.["id"] }]);
});
