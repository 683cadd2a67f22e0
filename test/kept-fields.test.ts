import { entities as activities } from "@alliance-hub/activities/database";
import { entities as members } from "@alliance-hub/members/database";
import { entities as organizations } from "@alliance-hub/organizations/database";
import { whyKeptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { TOLD_FIELDS } from "@alliance-hub/platform/notices/told-fields";
import { fieldWord } from "@alliance-hub/platform/words/fields";
import { NOUNS } from "@alliance-hub/platform/words/nouns";
import { entities as resources } from "@alliance-hub/resources/database";
import { describe, expect, it } from "@jest/globals";

/** What the audit log keeps of each record when it changes, and what it does not. A new property is decided here. */
const DECIDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Region: {
    kept: "code name level parentCode endedOn mergedInto levelName",
    BOOKKEEPING: "path allianceCode formerNames version createdAt updatedAt",
  },
  RegionChange: {
    kept: "kind state code name otherCode formerName formerParentCode effectiveOn reason doneAt calledOffAt callOffReason failReason",
    BOOKKEEPING: "id version createdAt updatedAt regionPath failedBy sweepAt",
  },
  Organization: {
    kept: "regionCode name kind creditCode brand parentId state endedOn endReason mergedIntoId changeReason",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode formerNames searchKey searchGrams",
  },
  Committee: {
    kept: "regionCode name level organizationId parentId demonstration kind themes establishedOn",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode ancestorIds cameFrom formerNames searchKey searchGrams",
  },
  ServiceArea: {
    kept: "organizationId regionCode startsOn endsOn",
    BOOKKEEPING: "id version createdAt updatedAt",
  },
  Membership: {
    kept: "regionCode committeeId organizationId joinedOn leftOn leaveReason leavesOn leavingReason settlements",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  Application: {
    kept: "regionCode committeeId organizationId state message settledAt returnReason membershipId",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  Term: {
    kept: "committeeId number state startsOn endsOn",
    BOOKKEEPING: "id version createdAt updatedAt takeoverUntold ownEndsOn",
  },
  Seat: {
    kept: "regionCode committeeId termId organizationId role since until",
    PERSONAL: "holderName subject endReason",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode carriedFromId takenOut countsToLastDay",
  },
  Handover: {
    kept: "regionCode committeeId seatId bySeatId from until endedAt",
    PERSONAL: "note endReason",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  UnitSeat: {
    kept: "regionCode bodyId organizationId role since until agreementId",
    PERSONAL: "holderName endReason",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  Liaison: {
    kept: "regionCode organizationId endedAt",
    PERSONAL: "subject name",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  Appointment: {
    kept: "regionCode role endedAt",
    PERSONAL: "subject",
    BOOKKEEPING: "id version createdAt updatedAt regionPath",
  },
  Registration: {
    kept: "regionCode organizationId communityCode state headcount headcounts responsible submittedAt acceptedAt returnedAt returnReason endedAt endReason",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  Team: {
    kept: "regionCode name kind organizationId committeeId headcount specialities formedOn",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  ContactCard: {
    kept: "regionCode organizationId committeeId consentedAt withdrawnAt",
    PERSONAL: "post holderName officePhone hours withdrawReason",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode searchKey searchGrams searchOwnKey",
  },
  Resource: {
    kept: "regionCode title kind venueKind functionAreas providerId committeeId audience capacity unit description approval bufferMinutes state publishedAt withdrawnAt withdrawReason",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode demonstration hasRules searchKey searchGrams",
  },
  Need: {
    kept: "regionCode title kind organizationId committeeId audience quantity unit description neededBy collectionRoundId state publishedAt withdrawnAt withdrawReason",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode searchKey searchGrams",
  },
  CollectionRound: {
    kept: "regionCode committeeId title opensOn closesOn state",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  Blocking: {
    kept: "resourceId providerId startsAt endsAt reason state liftedAt",
    BOOKKEEPING: "id version createdAt updatedAt",
  },
  WaitingEntry: {
    kept: "resourceId organizationId providerId lineNumber startsAt endsAt bufferMinutes quantity purpose state offeredUntil bookingId",
    BOOKKEEPING: "id version createdAt updatedAt",
  },
  BookingSeries: {
    kept: "resourceId every step askedAt answerBy keptAt unansweredAt",
    BOOKKEEPING: "id version createdAt updatedAt",
  },
  Booking: {
    kept: "resourceId organizationId providerId committeeId startsAt endsAt quantity exclusive state purpose reason seriesId activityId used previousStartsAt previousEndsAt previousQuantity",
    BOOKKEEPING: "id version createdAt updatedAt",
  },
  Agreement: {
    kept: "regionCode committeeId title termFrom termTo state audience partyIds proposedAt activatedAt terminatedAt terminateReason",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode contentHash searchKey searchGrams",
  },
  AgreementParty: {
    kept: "agreementId organizationId position signedAt",
    PERSONAL: "signedBy",
    BOOKKEEPING: "textOrganizationId signedHash",
  },
  Commitment: {
    kept: "agreementId organizationId position clause resourceId timesPerYear fulfilled",
    BOOKKEEPING: "id version createdAt updatedAt textOrganizationId",
  },
  Activity: {
    kept: "regionCode committeeId hostId title kind state startsAt endsAt audience venueId venueBookingId place description theme attendance cancelReason heldAt participantIds",
    BOOKKEEPING:
      "id version createdAt updatedAt regionPath allianceCode hasOwnPlace searchKey searchGrams",
  },
  Participant: {
    kept: "activityId organizationId startsAt state invitedAt joinedAt endedAt reason attendance",
  },
  Rescheduling: {
    kept: "id activityId at fromStartsAt fromEndsAt toStartsAt toEndsAt reason",
  },
  Correction: {
    kept: "id activityId at fields reason",
  },
  AgendaItem: {
    kept: "activityId title detail proposedByOrganizationId position removedAt removeReason",
    BOOKKEEPING: "id version createdAt updatedAt",
  },
  Issue: {
    kept: "regionCode committeeId activityId title ownerId measure deadline state raisedAt resolvedAt outcome audience",
    BOOKKEEPING: "id version createdAt updatedAt regionPath allianceCode",
  },
  CalendarFeed: {
    kept: "organizationId committeeId label revokedAt",
    SECRET: "secretHash",
    BOOKKEEPING: "id version createdAt updatedAt partnerSubject",
  },
  ActivityUpdate: {
    kept: "id type occurredAt activityId organizationId previousStartsAt previousEndsAt reason correctedFields kind committeeId audience participantIds hostId regionPath allianceCode",
  },
  WebhookEndpoint: {
    kept: "organizationId kind label filter notices state reason previousSecretUntil cursorNumber noticeCursorNumber",
    SECRET: "address sealedSecret sealedPreviousSecret",
    BOOKKEEPING:
      "id version createdAt updatedAt stateSince secretKeyId failingSince pausedUntil missedAt partnerSubject",
  },
  MailSetting: {
    kept: "mode language confirmedAt",
    PERSONAL: "subject address",
    SECRET: "secretCode",
    BOOKKEEPING: "id version createdAt updatedAt codeUntil",
  },
  WebhookDelivery: {
    kept: "endpointId ofNotice updateId updateNumber activityId updateType state finishedAt",
    BOOKKEEPING: "id createdAt failures dueAt leaseId leasedUntil",
  },
};

/** Names of what is personal or secret, whatever record it belongs to. */
const TELLING = /phone|mobile|holder|subject|secret|sealed|token|password|hash|signedby|consent/i;
/** They say since when there is a consent, and until when a secret is valid, and nothing of either. */
const HARMLESS = ["consentedAt", "previousSecretUntil"];

interface Property {
  readonly type: string;
  readonly name: string;
  /** `kept`, or why it is not. */
  readonly decision: string;
}

const properties: readonly Property[] = [
  ...organizations,
  ...members,
  ...resources,
  ...activities,
].flatMap(({ meta }) =>
  Object.entries(meta.properties).map(([name, property]) => ({
    type: meta.className,
    name,
    decision: whyKeptOut(property) ?? "kept",
  })),
);

describe("the audit log", () => {
  it("keeps what was decided of each record, and nothing else", () => {
    const found: Record<string, Record<string, string>> = {};
    for (const { type, name, decision } of properties) {
      const names = (found[type] ??= {});
      names[decision] = names[decision] === undefined ? name : `${names[decision]} ${name}`;
    }
    expect(found).toEqual(DECIDED);
  });

  it("keeps nothing whose name says that it is personal or secret", () => {
    const telling = properties.filter(
      ({ name, decision }) => decision === "kept" && TELLING.test(name),
    );
    expect(telling.map(({ name }) => name)).toEqual(HARMLESS);
  });

  it("has a Chinese word for everything that it tells", () => {
    const wordless = properties.filter(
      ({ type, name, decision }) =>
        type in NOUNS && decision !== "BOOKKEEPING" && fieldWord(name, type) === undefined,
    );
    expect(wordless).toEqual([]);
  });
});

describe("those who are told of a correction", () => {
  const told = Object.entries(TOLD_FIELDS).flatMap(([type, fields]) =>
    Object.entries(fields).map(([name, { as }]) => ({ type, name, as })),
  );

  it("are told of fields that the record has, in Chinese words", () => {
    const unknown = told.filter(({ type, name, as }) => {
      const stored = typeof as === "object" && "range" in as ? as.range : [name];
      const hasAll = stored.every((field) =>
        properties.some((property) => property.type === type && property.name === field),
      );
      return !hasAll || fieldWord(name, type) === undefined;
    });
    expect(unknown).toEqual([]);
  });

  it("are told no personal value", () => {
    const personal = told.filter(
      ({ type, name, as }) =>
        as !== "NAME_ONLY" &&
        properties.some(
          (property) =>
            property.type === type && property.name === name && property.decision !== "kept",
        ),
    );
    expect(personal).toEqual([]);
  });
});
