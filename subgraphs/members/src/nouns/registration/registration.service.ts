import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { requireLasting } from "@alliance-hub/platform/directory/lasting-region";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { Words } from "@alliance-hub/platform/words/words";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import {
  type OrganizationEntry,
  type RegionEntry,
  createDirectory,
} from "@alliance-hub/platform/directory/directory";
import {
  badInput,
  conflict,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { checked } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { requireDay } from "@alliance-hub/platform/change/require-day";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { REGISTRATION_STATES, Registration } from "./registration.entity.ts";
import {
  type AcceptRegistrationInput,
  type EndRegistrationInput,
  LIMITS,
  type RecordHeadcountInput,
  type RegisterWithCommunityInput,
  type ReturnRegistrationInput,
} from "./registration.input.ts";
import {
  type RegistrationContext,
  type RegistrationRow,
  type RegistrationTables,
  reportedHeadcounts,
} from "./registration.loaders.ts";
import { type RegistrationAction, can } from "./registration.policy.ts";
import { noticesOfRegistration } from "./registration.notices.ts";

const ANSWERS = {
  zh: "只有主持该社区或街道委员会的人，或平台管理员，可以答复报到。",
  en: "Only whoever runs a committee of the community or street, or an operator, may answer its registrations.",
};

/** Who may do what. */
const MAY_ONLY: Readonly<Record<RegistrationAction, Words>> = {
  read: ANSWERS,
  answer: ANSWERS,
  submit: {
    zh: "只有该单位的联络员可以代表它向社区或街道报到。",
    en: "Only a liaison of the unit may register it with a community or a street.",
  },
  count: {
    zh: "只有该单位的联络员、主持该社区或街道委员会的人，或平台管理员，可以登记报到人数。",
    en: "Only a liaison of the unit, whoever runs a committee of the community or street, or an operator may record its headcount.",
  },
  end: {
    zh: "只有该单位的联络员、主持该社区或街道委员会的人，或平台管理员，可以终止报到。",
    en: "Only a liaison of the unit, whoever runs a committee of the community or street, or an operator may end its registration.",
  },
};

const changes = recordChanges({
  noun: "Registration",
  entity: Registration,
  reload: ({ registrations }: RegistrationContext, id): Promise<RegistrationRow | null> =>
    registrations.byId.load(id),
  judged: async ({ organizationId, regionPath, state, communityCode }, work) => ({
    organizationId,
    regionPath,
    state,
    committeeIds: await committeesOf(work, communityCode),
  }),
  mayRead: (viewer, registration) => can(viewer, "read", registration),
  can,
  only: (_registration, action) => MAY_ONLY[action],
  steps: REGISTRATION_STATES,
  notices: async (registration, made, work) =>
    noticesOfRegistration(registration, made, await committeesOf(work, registration.communityCode)),
});

/**
 * Registers a unit with a community or a street.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if one waits or was accepted.
 */
export async function registerWithCommunity(
  context: RegistrationContext,
  input: RegisterWithCommunityInput,
): Promise<RegistrationRow> {
  const directory = createDirectory(context.rows);
  const checks = new InputChecks();
  const registering = await checks.of(() => requireOrganization(directory, input.organizationId));
  const place = await checks.of(async () => {
    const region = await directory.region(input.communityCode);
    if (!region) throw notFound("Region", input.communityCode, "communityCode");
    requireLasting(region, "communityCode");
    return region;
  });
  const submitted = await checks.of(() => {
    const organizationId = registering().id;
    const registration = { state: "SUBMITTED", organizationId, regionPath: place().path } as const;
    changes.require(context.viewer, "submit", { ...registration, committeeIds: [] });
    return registration;
  });
  const allianceOf = await checks.of(() => requirePlace(place(), registering()));
  const given = await checks.of(() => checked(input, LIMITS));
  checks.end();
  const unit = registering();
  const community = place();
  const communityCode = community.code;
  const constraints = {
    registration_one_standing: () =>
      conflict({
        zh: `${unit.name}已向${community.name}报到，或正待其答复，无需再报到。`,
        en: `${unit.name} is already registered with ${community.name}, or waits for its answer. Find it with organization(id:) { registrations }.`,
      }),
  };
  return await changes.create(
    context,
    { action: "registerWithCommunity", input, constraints },
    ({ now }, create) =>
      create({
        ...submitted(),
        ...given(),
        communityCode,
        regionCode: communityCode,
        allianceCode: allianceOf(),
        responsible: false,
        submittedAt: now,
      }),
  );
}

/** The alliance of a community or street with which a unit may register. @throws HubError `BAD_USER_INPUT`. */
function requirePlace(place: RegionEntry, unit: OrganizationEntry): string {
  const { code, level, allianceCode } = place;
  if ((level !== "COMMUNITY" && level !== "STREET") || allianceCode === null) {
    throw badInput("communityCode", {
      zh: `${place.name}是${valueWords("RegionLevel", level).zh}。请选择一个社区或街道。`,
      en: `"communityCode" ${code} is a ${level}. Give the code of a COMMUNITY or a STREET.`,
    });
  }
  if (allianceCode !== unit.allianceCode) {
    throw badInput("communityCode", {
      zh: `${place.name}与${unit.name}不在同一联盟（区县）。请选择本联盟的社区或街道。`,
      en: `"communityCode" ${code} lies in alliance ${allianceCode}, the unit in ${unit.allianceCode}. Give a community or street of ${unit.allianceCode}.`,
    });
  }
  return allianceCode;
}

/**
 * Accepts a registration.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` once it was answered.
 */
export async function acceptRegistration(
  context: RegistrationContext,
  input: AcceptRegistrationInput,
): Promise<RegistrationRow> {
  const step = { action: "acceptRegistration", may: "answer", to: "ACCEPTED", input } as const;
  return await changes.change(context, step, (registration, { now }) => {
    registration.acceptedAt = now;
    registration.responsible = input.responsible ?? false;
  });
}

/**
 * Sends a registration back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function returnRegistration(
  context: RegistrationContext,
  input: ReturnRegistrationInput,
): Promise<RegistrationRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "returnRegistration", may: "answer", to: "RETURNED", input } as const;
  return await changes.change(context, { ...step, given }, (registration, { now }, reason) => {
    registration.returnedAt = now;
    registration.returnReason = reason();
  });
}

/**
 * Records how many members serve from a day on. A second headcount for the same day corrects the first. The one of the
 * latest day is current.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` once it was sent back
 * or has ended.
 */
export async function recordHeadcount(
  context: RegistrationContext,
  input: RecordHeadcountInput,
): Promise<RegistrationRow> {
  const given = () => checked(input, LIMITS);
  const step = { action: "recordHeadcount", may: "count", given, input } as const;
  return await changes.change(context, step, (registration, { now }, counted) => {
    requireServing(registration);
    const earliest = shanghaiDay(registration.submittedAt);
    const latest = shanghaiDay(now);
    const on = requireDay("on", input.on ?? latest, { earliest, latest });
    const { headcount } = counted();
    const others = reportedHeadcounts(registration).filter((one) => one.on !== on);
    const all = [...others, { on, headcount }].toSorted((one, other) =>
      one.on < other.on ? -1 : 1,
    );
    registration.headcounts = all;
    registration.headcount = all.at(-1)?.headcount ?? headcount;
    return { headcount };
  });
}

/** @throws HubError `ILLEGAL_TRANSITION`. */
function requireServing({ id, state }: Registration): void {
  if (state === "SUBMITTED" || state === "ACCEPTED") return;
  const wanted = { zh: "登记人数", en: "counted" };
  throw illegalTransition({ noun: "Registration", id, state, wanted, allowed: [] });
}

/**
 * Ends a registration that was accepted. The unit can register again.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endRegistration(
  context: RegistrationContext,
  input: EndRegistrationInput,
): Promise<RegistrationRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "endRegistration", may: "end", to: "ENDED", input } as const;
  return await changes.change(context, { ...step, given }, (registration, { now }, reason) => {
    registration.endedAt = now;
    registration.endReason = reason();
  });
}

async function committeesOf(
  { rows }: Work<RegistrationTables>,
  communityCode: string,
): Promise<string[]> {
  const found = await rows
    .selectFrom("directory.committee")
    .select("id")
    .where("regionCode", "=", communityCode)
    .execute();
  return found.map(({ id }) => id);
}
