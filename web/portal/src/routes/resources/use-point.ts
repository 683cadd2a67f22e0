import { VenuePositionDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useHere } from "./here.ts";
import { type Position, readPosition } from "./position.ts";

/** What stands in the address for the position of the device, which itself never does. */
export const HERE = "here";

/** What something is near: its point once it is known, what it is called, and what is the matter if it has none. */
export interface Point {
  readonly position?: Position | undefined;
  /** 我的位置, a venue's title; undefined for numbers. */
  readonly name?: string | undefined;
  /** Why there is no position, and what to do. */
  readonly fault?: string | undefined;
}

/** The point of a search. @param near numbers, {@link HERE} or the id of a venue, as the address has it. */
export function usePoint(near: string | undefined): Point {
  const here = useHere();
  const position = near === undefined ? undefined : readPosition(near);
  const isVenue = near !== undefined && near !== HERE && !position;
  const { data, error } = useAsk(VenuePositionDocument, { id: near ?? "" }, { isEnabled: isVenue });
  if (near === undefined || position) return { position };
  if (near === HERE)
    return {
      position: here,
      name: "我的位置",
      fault: here ? undefined : "您的位置不会保存，请再按一次“我的位置”。",
    };
  const { title: name, venue } = data?.resource ?? {};
  if (venue?.longitude != null && venue.latitude != null)
    return { name, position: { longitude: venue.longitude, latitude: venue.latitude } };
  const isRead = data !== undefined || error !== null;
  const none = name === undefined ? "没有找到这个场地" : `“${name}”还没有填写经纬度`;
  return { name, fault: isRead ? `${none}，请换一个场地。` : undefined };
}
