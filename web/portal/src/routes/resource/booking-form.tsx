import { Link, getRouteApi, useLocation } from "@tanstack/react-router";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { Fault } from "../../components/fault.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import { ask } from "../../graph/ask.ts";
import { PortalBookDocument, type ResourcePageQuery } from "../../graph/generated/graphql.ts";
import type { ResourceSearch } from "../resources/search.ts";
import { queryClient } from "../../graph/query-client.ts";
import { instantAt, showRange } from "../../words/time.ts";

type Resource = NonNullable<ResourcePageQuery["resource"]>;

const route = getRouteApi("/resources/$id");

/** Books for a unit that the viewer acts for. What was typed stays, whatever the hub answers. */
export function BookingForm({ resource }: { readonly resource: Resource }) {
  const viewer = useViewer();
  const { href } = useLocation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = unitsOf(viewer);
  const [unit, setUnit] = useState<string>();
  const [purpose, setPurpose] = useState("");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { day, from, to } = search;
  const during =
    day !== undefined && from !== undefined && to !== undefined && from < to
      ? { start: instantAt(day, from), end: instantAt(day, to) }
      : undefined;
  const organizationId = unit ?? units[0]?.id;
  const book = useMutation({
    mutationFn: () => {
      if (!during || organizationId === undefined) throw new Error("请先选好日期和时间。");
      const input = {
        resourceId: resource.id,
        organizationId,
        during,
        ...(purpose === "" ? {} : { purpose }),
        // Sent again after a broken connection, it books once.
        idempotencyKey: key,
      };
      return ask(PortalBookDocument, { input });
    },
    onSettled: () => {
      setKey(crypto.randomUUID());
      void queryClient.invalidateQueries();
    },
  });
  if (!viewer) return null;
  if (viewer.kind === "ANONYMOUS")
    return (
      <aside className="panel stack">
        <h2>预约</h2>
        <p>
          登录后可以为本单位预约。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </p>
      </aside>
    );
  if (units.length === 0)
    return (
      <aside className="panel stack">
        <h2>预约</h2>
        <p>预约由单位的联络员或委员会的书记办理。您目前不代表任何单位。</p>
      </aside>
    );
  const change = (changed: Pick<ResourceSearch, "day" | "from" | "to">): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const booked = book.data?.bookResource?.booking;
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        book.mutate();
      }}
    >
      <h2>预约</h2>
      {units.length > 1 && (
        <Choice
          label="为哪个单位"
          options={Object.fromEntries(units.map(({ id, name }) => [id, name]))}
          value={organizationId}
          onChange={setUnit}
        />
      )}
      <DayField label="日期" value={day} onChange={(chosen) => change({ day: chosen })} />
      <div className="pair">
        <TimeChoice label="从" value={from} onChange={(chosen) => change({ from: chosen })} />
        <TimeChoice label="到" value={to} onChange={(chosen) => change({ to: chosen })} />
      </div>
      {from !== undefined && to !== undefined && from >= to && (
        <p className="fault">结束时间要晚于开始时间。</p>
      )}
      <TextLine
        label="用途"
        value={purpose}
        onChange={setPurpose}
        maxLength={200}
        hint={resource.approval ? "提供方会看到，用来决定是否同意。" : undefined}
      />
      <Fault error={book.error} />
      {booked && (
        <p className="notice notice-good" role="status">
          {booked.state === "CONFIRMED" ? "预约成功" : "已提交，等提供方答复"}：
          {showRange(booked.during)}
        </p>
      )}
      <Button look="main" type="submit" isDisabled={!during || book.isPending}>
        {book.isPending ? "正在提交…" : resource.approval ? "提交预约" : "预约"}
      </Button>
    </form>
  );
}
