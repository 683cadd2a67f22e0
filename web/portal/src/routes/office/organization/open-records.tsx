import { Link } from "@tanstack/react-router";
import { Refused } from "../../../graph/ask.ts";
import { nounName } from "../../../words/nouns.ts";

/** Where records have pages of their own. */
const PAGES: Readonly<
  Record<
    string,
    | "/resources/$id"
    | "/activities/$id"
    | "/agreements/$id"
    | "/issues/$id"
    | "/organizations/$id"
    | "/committees/$id"
  >
> = {
  Resource: "/resources/$id",
  Activity: "/activities/$id",
  Agreement: "/agreements/$id",
  Issue: "/issues/$id",
  Organization: "/organizations/$id",
  Committee: "/committees/$id",
};

interface RecordNameProps {
  readonly noun: string;
  readonly recordId: string | null;
  readonly title: string | null;
}

/** A record by its noun and title, which leads to its page where it has one. */
export function RecordName({ noun, recordId, title }: RecordNameProps) {
  const to = PAGES[noun];
  const name = title ?? nounName(noun);
  return (
    <>
      {title !== null && <span className="muted">{nounName(noun)} </span>}
      {to !== undefined && recordId !== null ? (
        <Link to={to} params={{ id: recordId }}>
          {name}
        </Link>
      ) : (
        name
      )}
    </>
  );
}

/** What the hub lists as still open, where it refused a change for that. */
export function OpenRecords({ error }: { readonly error: Error | null }) {
  const open = error instanceof Refused ? error.open : [];
  if (open.length === 0) return null;
  return (
    <ul className="plain-list">
      {open.map(({ noun, recordId, title }, at) => (
        <li key={recordId ?? at}>
          <RecordName noun={noun} recordId={recordId} title={title} />
        </li>
      ))}
    </ul>
  );
}
