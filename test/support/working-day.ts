import type { Answer, Asked } from "./ask.ts";
import { nodesOf } from "./ask.ts";
import { type ClockHub, startClockHub } from "./clock-hub.ts";
import { type World, addUnit, makeWorld } from "./tasks/world.ts";

/** A unit, and the sign-in of its liaison. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly liaison: string;
}

/** A street's committee on one day, seen by those who work there; a hub of its own, on a clock that the test moves. */
export interface WorkingDay extends AsyncDisposable {
  readonly hub: ClockHub;
  readonly world: World;
  readonly committeeId: string;
  /** Sign-ins of the street's secretary, and of a liaison in another district. */
  readonly secretary: string;
  readonly stranger: string;
  /** Sets the clock. @param at local time, such as `2026-09-07T09:00`. */
  goTo(at: string): void;
  /** Takes a unit into the committee, with a liaison. */
  unit(name: string): Promise<Unit>;
  /** Shares a room of a unit with the committee. @returns its id. */
  room(owner: Pick<Unit, "id" | "liaison">, title: string, over?: object): Promise<string>;
  /** Books a room for a unit. @returns the booking's id. */
  book(unit: Unit, resourceId: string, during: object): Promise<string>;
  /** Sends a mutation that must succeed. @returns its payload. */
  send(as: string, mutation: string, selection: string, input: object): Promise<Answer>;
  /** Sends a mutation that must fail. @returns its first error. */
  refused(as: string, mutation: string, input: object): Promise<Asked["errors"][number]>;
  /** Sends a query that must succeed. */
  read(as: string, query: string, variables?: object): Promise<Answer>;
  /** What somebody was told about a record, as types, oldest first. */
  told(as: string, recordId: string): Promise<readonly string[]>;
  /** What somebody was last told about a record, in English. */
  lastWords(as: string, recordId: string): Promise<string>;
  /** Tasks of somebody about a record, as `KIND STATE`, oldest first. */
  tasks(as: string, recordId: string): Promise<readonly string[]>;
}

/** Local time as the graph wants it. @param at such as `2026-09-07T09:00`. */
export const local = (at: string): string => `${at}:00+08:00`;

/** A range on one day. @param day such as `2026-09-07`. */
export const between = (day: string, from: string, to: string) => ({
  start: local(`${day}T${from}`),
  end: local(`${day}T${to}`),
});

/** An instant as the graph gives it. @param at such as `2026-09-07T09:00`. */
export const instant = (at: string): string => new Date(local(at)).toISOString();

const NOTICES = `query { notices(first: 100) { nodes { type recordId title } } }`;
const TASKS = `query { tasks(filter: { states: [OPEN, DONE, LAPSED] }, first: 100) { nodes { kind state recordId createdAt } } }`;

/** Opens a street's committee on a day. @param at local time, such as `2026-09-07T09:00`. */
export async function openWorkingDay(at: string): Promise<WorkingDay> {
  await using opening = new AsyncDisposableStack();
  const hub = opening.use(await startClockHub(new Date(local(at))));
  const [world, elsewhere] = [await makeWorld(hub), await makeWorld(hub)];
  const committeeIn = async ({ operator, street }: World): Promise<string> => {
    const list = `query ($street: String!) { committees(filter: { regionCode: $street }, first: 10) { nodes { id level } } }`;
    const { data } = await hub.ask(operator, list, { street });
    const found = nodesOf(data, "committees").find(({ level }) => level === "STREET");
    return String(found?.["id"]);
  };
  const committeeId = await committeeIn(world);
  const stranger = await addUnit(elsewhere, "外区单位", await committeeIn(elsewhere));
  const attempt = async (as: string, mutation: string, selection: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`;
    return await hub.ask(as, query, { input });
  };
  const read = async (as: string, query: string, variables: object = {}): Promise<Answer> => {
    const { data, errors } = await hub.ask(as, query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  const about = async (as: string, recordId: string) =>
    nodesOf(await read(as, NOTICES), "notices")
      .filter((notice) => notice["recordId"] === recordId)
      .toReversed();
  const send = async (as: string, mutation: string, selection: string, input: object) => {
    const { data, errors } = await attempt(as, mutation, selection, input);
    const payload = data?.[mutation];
    if (errors.length > 0 || !payload) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return payload;
  };
  const running = opening.move();
  return {
    hub,
    world,
    committeeId,
    secretary: world.named("secretary"),
    stranger: elsewhere.named(`liaison-${stranger}`),
    goTo: (to) => {
      hub.clock.now = new Date(local(to));
    },
    unit: async (name) => {
      const id = await addUnit(world, name, committeeId);
      return { id, name, liaison: world.named(`liaison-${id}`) };
    },
    room: async ({ id, liaison }, title, over = {}) => {
      const input = {
        providerId: id,
        committeeId,
        title,
        kind: "VENUE",
        audience: "COMMITTEE",
        publish: true,
        ...over,
      };
      const shared = await send(liaison, "shareResource", "resource { id }", input);
      return String(shared["resource"]?.["id"]);
    },
    book: async ({ id: organizationId, liaison }, resourceId, during) => {
      const input = { resourceId, organizationId, during };
      const made = await send(liaison, "bookResource", "booking { id }", input);
      return String(made["booking"]?.["id"]);
    },
    send,
    refused: async (as, mutation, input) => {
      const { errors } = await attempt(as, mutation, "__typename", input);
      const [first] = errors;
      if (!first) throw new Error(`${mutation} succeeded`);
      return first;
    },
    read,
    told: async (as, recordId) => (await about(as, recordId)).map(({ type }) => String(type)),
    lastWords: async (as, recordId) => String((await about(as, recordId)).at(-1)?.["title"]),
    tasks: async (as, recordId) =>
      nodesOf(await read(as, TASKS), "tasks")
        .filter((task) => task["recordId"] === recordId)
        .map(({ kind, state }) => `${String(kind)} ${String(state)}`),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
