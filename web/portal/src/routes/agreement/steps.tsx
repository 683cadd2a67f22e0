import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";
import { dayOf, showDay } from "../../words/time.ts";

interface Step {
  readonly name: string;
  readonly note: string | undefined;
}

/** Draft, proposed, in force, over: how far an agreement has come, and when. */
export function Steps({ agreement }: { readonly agreement: AgreementOfPageFragment }) {
  const { state, createdAt, proposedAt, activatedAt, terminatedAt, termTo, parties } = agreement;
  const signed = parties.filter(({ signedAt }) => signedAt !== null).length;
  const isTerminated = state === "TERMINATED";
  const steps: readonly Step[] = [
    { name: "草稿", note: dayNote(createdAt) },
    {
      name: "待签署",
      note: state === "PROPOSED" ? `已签 ${signed}/${parties.length} 方` : dayNote(proposedAt),
    },
    { name: "生效", note: dayNote(activatedAt) },
    isTerminated
      ? { name: "终止", note: dayNote(terminatedAt) }
      : { name: "到期", note: activatedAt === null ? undefined : showDay(termTo) },
  ];
  const current = { DRAFT: 0, PROPOSED: 1, ACTIVE: 2, EXPIRED: 3, TERMINATED: 3 }[state];
  return (
    <ol className="steps" aria-label="进展">
      {steps.map(({ name, note }, at) => (
        <li
          key={name}
          className={`step ${at < current ? (isSkipped(agreement, at) ? "step-skipped" : "step-done") : ""}`}
          {...(at === current ? { "aria-current": "step" as const } : {})}
        >
          <span className="step-name">{name}</span>
          <span className="step-note">{note ?? "\u00A0"}</span>
        </li>
      ))}
    </ol>
  );
}

/** A proposal that was terminated has never been in force. */
const isSkipped = ({ activatedAt }: AgreementOfPageFragment, step: number): boolean =>
  step === 2 && activatedAt === null;

const dayNote = (instant: string | null): string | undefined =>
  instant === null ? undefined : showDay(dayOf(instant));
