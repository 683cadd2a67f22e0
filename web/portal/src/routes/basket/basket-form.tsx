import { Link } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeFields } from "../../components/time-fields.tsx";
import { filled } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { PortalBookBasketDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Basket, changeBasket, emptyBasket } from "../../kept/basket.ts";
import { chosenTime, rangeOfTime } from "../../words/chosen-time.ts";
import { dayOf } from "../../words/time.ts";
import type { OwnUnits } from "../resource/booking-fields.tsx";
import { TimesInstead } from "../resource/times-instead.tsx";
import { faultOfDays, faultOfParts } from "../resources/search.ts";
import { LineRow } from "./line-row.tsx";
import type { BookedTogether } from "./page.tsx";
import { timesForAll, useLines } from "./use-lines.ts";

interface BasketFormProps {
  readonly units: OwnUnits;
  readonly basket: Basket;
  readonly onBooked: (booked: BookedTogether) => void;
}

/** The time and the lines: what is wrong with each is told before it is sent, and by the hub for all at once. */
export function BasketForm({ units, basket, onBooked }: BasketFormProps) {
  const { items, day } = basket;
  // Before its lines are read anew, whose time is taken from now on.
  const book = useChange(PortalBookBasketDocument, async ({ bookBasket }) => {
    emptyBasket();
    if (bookBasket) onBooked(bookBasket.bookings);
  });
  const daysFault = faultOfDays(basket);
  const time = daysFault === undefined ? chosenTime(basket) : undefined;
  const during = time && rangeOfTime(time);
  const lines = useLines(items, day ?? dayOf(new Date()), time);
  const form = useForm({
    name: "basket-form",
    initial: {
      organizationId: units[0]?.id,
      purpose: "",
      during: undefined,
      // Kept in the basket; here only what is wrong with them.
      items: undefined,
    },
    check: ({ purpose }) => ({
      during: during ? undefined : (daysFault ?? faultOfParts(basket)),
      purpose: textFault(purpose, { name: "用途", most: 200, isRequired: false }),
    }),
    send: async ({ organizationId = "", purpose }) => {
      if (!during) return;
      await book.mutateAsync({
        organizationId,
        during,
        items: [...items],
        ...filled({ purpose }),
      });
    },
  });
  const change = (changed: Partial<Basket>): void => {
    changeBasket(changed);
    // What the hub found was about what was in it then.
    form.set({ items: undefined, during: undefined });
  };
  const missed = lines.filter(({ obstacle }) => obstacle !== undefined);
  const others = time && missed.length > 0 ? timesForAll(lines, time) : [];
  return (
    <Form form={form} action={`一并预约（${items.length} 项）`} label="预约篮">
      <div className="basket-time">
        {units.length > 1 && (
          <Choice
            label="为哪个单位"
            options={namesOf(units)}
            {...form.field("organizationId")}
            onChange={(organizationId) => form.set({ organizationId })}
          />
        )}
        <TimeFields time={basket} onChange={change} />
      </div>
      {form.fault("during") !== undefined && (
        <p className="fault" role="status">
          {form.fault("during")}
        </p>
      )}
      <ul className="rows" aria-label="预约篮里的资源">
        {lines.map((line, at) => (
          <LineRow
            key={line.item.resourceId}
            line={line}
            time={time}
            fault={form.fault(`items.${at}.resourceId`) ?? form.fault(`items.${at}.quantity`)}
            onQuantity={(quantity) =>
              change({
                items: items.map((one, other) => (other === at ? { ...one, quantity } : one)),
              })
            }
            onRemove={() => change({ items: items.filter((_, other) => other !== at) })}
          />
        ))}
      </ul>
      {missed.length > 0 && (
        <div className="stack" role="status">
          <p>
            有 {missed.length} 项这个时间订不到，现在提交就一样都不会订。
            {others.length > 0 ? "这些时间全部能订到：" : "请换一个时间，或者把它拿掉。"}
          </p>
          {others.length > 0 && (
            <TimesInstead
              day={day}
              times={others}
              onChoose={(one) => change({ lastDay: undefined, ...one })}
            />
          )}
        </div>
      )}
      <TextLine label="用途" {...form.field("purpose")} hint="各提供方会看到，用来决定是否同意。" />
      <p className="hint">
        还要别的？
        <Link to="/resources" search={time ?? {}}>
          再去找
        </Link>
        ，预约篮里的会留着。
      </p>
    </Form>
  );
}
