import { useState } from "react";
import { usePlace } from "../../app/viewer.ts";
import {
  CommitteeChoicesDocument,
  type CommitteeOfChoiceFragment,
  CommitteeNameDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { ComboField, type ComboProps } from "./combo-field.tsx";
import { fitting } from "./fitting.ts";

export interface CommitteeFieldProps extends ComboProps {
  /** The place that committees are of; the viewer's own ones first by default, then all others. */
  readonly place?: string | undefined;
}

/** A committee: found by a part of its name, wherever it is; or chosen from those of the viewer's district. */
export function CommitteeField({ place, ...props }: CommitteeFieldProps) {
  const { value } = props;
  const ownPlace = usePlace();
  const [text, setText] = useState<string>();
  const [isVisited, setVisited] = useState(false);
  const near = place ?? ownPlace;
  const words = text === undefined ? {} : { text };
  const { data, isPlaceholderData } = useAsk(
    CommitteeChoicesDocument,
    {
      near: { ...words, ...(near === undefined ? {} : { regionCode: near }) },
      far: words,
      isFar: text !== undefined && place === undefined,
    },
    { isEnabled: isVisited, keepsPrevious: true },
  );
  const named = useAsk(
    CommitteeNameDocument,
    { id: value ?? "" },
    { isEnabled: value !== undefined },
  );
  const found = [...sorted(data?.near?.nodes), ...sorted(data?.far?.nodes)];
  const shown = fitting(
    [...new Map(found.map((one) => [one.id, one])).values()],
    isPlaceholderData ? text : undefined,
  );
  const hasMore = data?.near?.pageInfo.hasNextPage || data?.far?.pageInfo.hasNextPage;
  return (
    <ComboField
      {...props}
      chosen={value === undefined ? "" : (named.data?.committee?.name ?? nameOf(shown, value))}
      options={shown.map(({ id, name, region }) => ({ id, name, hint: region?.name }))}
      onSearch={setText}
      onFocus={() => setVisited(true)}
      note={hasMore && <p className="hint combo-note">还有更多，请输入名称查找</p>}
    />
  );
}

const LEVELS = { DISTRICT: 0, STREET: 1, COMMUNITY: 2 } as const;

/** The upper levels first. */
const sorted = (found: readonly CommitteeOfChoiceFragment[] = []) =>
  found.toSorted(
    (one, other) =>
      LEVELS[one.level] - LEVELS[other.level] || one.name.localeCompare(other.name, "zh"),
  );

const nameOf = (found: readonly CommitteeOfChoiceFragment[], id: string): string =>
  found.find((one) => one.id === id)?.name ?? "";
