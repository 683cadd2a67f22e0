import type { Amenity } from "../graph/generated/graphql.ts";

export const AMENITIES: Readonly<Record<Amenity, string>> = {
  CHARGING: "充电",
  DRINKING_WATER: "饮水",
  MICROWAVE: "微波炉",
  REST: "休息",
  NURSING_ROOM: "母婴室",
  AED: "AED",
  FIRST_AID: "急救药箱",
  TOILET: "卫生间",
  WIFI: "无线网络",
  PROJECTOR: "投影",
  SOUND: "音响",
  PARKING: "停车",
  READING: "图书阅览",
  UMBRELLA: "雨具",
  PRINTING: "打印",
};

/** By number, 1 is Monday. */
export const WEEKDAYS: Readonly<Record<string, string>> = {
  1: "周一",
  2: "周二",
  3: "周三",
  4: "周四",
  5: "周五",
  6: "周六",
  7: "周日",
};

/** 3 天, 4 小时, 90 分钟. */
export function showMinutes(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return `${minutes / 1440} 天`;
  if (minutes > 0 && minutes % 60 === 0) return `${minutes / 60} 小时`;
  return `${minutes} 分钟`;
}

/** 640 米, 3.2 公里. */
export function showMetres(metres: number): string {
  return metres < 1000 ? `${metres} 米` : `${Number((metres / 1000).toFixed(1))} 公里`;
}
