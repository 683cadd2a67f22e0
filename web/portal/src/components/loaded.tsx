import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Fault } from "./fault.tsx";

interface LoadedProps<Result> {
  readonly query: UseQueryResult<Result>;
  readonly children: (data: Result) => ReactNode;
}

/** What was asked for, once it has come; until then a quiet place, and after a fault what it was. */
export function Loaded<Result>({ query, children }: LoadedProps<Result>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <div className="stack">
        <Fault error={query.error} />
        <div>
          <Button onPress={() => void query.refetch()}>再试一次</Button>
        </div>
      </div>
    );
  return <div className="loading" role="status" aria-label="正在读取" />;
}
