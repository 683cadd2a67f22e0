import type { ConformanceCase } from "../case.ts";

/** The same field under several names, with other arguments, on both sides of a border. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { hall(id: ID! = "1"): Hall }
        type Hall @key(fields: "id") { id: ID!, seats(row: Int): Int }
      `,
      root: {
        hall: ({ id }: { id: string }) => ({ id }),
      },
      resolvers: { "Hall.seats": (_hall, { row }) => Number(row) * 10 },
    },
    {
      name: "b",
      sdl: `
        type Hall @key(fields: "id") { id: ID!, plan(day: Int = 1): [Show] }
        type Show { title(lang: String = "zh"): String, hall: Hall }
      `,
      entities: {
        Hall: ["1", "2"].map((id) => ({
          id,
          plan: ({ day }: { day: number }) => [
            { title: ({ lang }: { lang: string }) => `${id}/${day}/${lang}`, hall: { id: "2" } },
          ],
        })),
      },
    },
  ],
  asks: {
    "other arguments each time": {
      query: `{
        one: hall { plan { title en: title(lang: "en") } more: plan(day: 2) { title } a: seats(row: 1) b: seats(row: 2) }
        two: hall(id: "2") { plan(day: 3) { title } }
      }`,
      data: {
        one: {
          plan: [{ title: "1/1/zh", en: "1/1/en" }],
          more: [{ title: "1/2/zh" }],
          a: 10,
          b: 20,
        },
        two: { plan: [{ title: "2/3/zh" }] },
      },
    },
    "names exchanged": {
      query:
        "{ hall { seats: plan { hall: title title: hall { id: seats(row: 4) } } plan: seats(row: 3) } }",
      data: { hall: { seats: [{ hall: "1/1/zh", title: { id: 40 } }], plan: 30 } },
    },
    "the same twice is one, its selections joined": {
      query: '{ hall { id } hall { plan { title } } hall { plan { en: title(lang: "en") } id } }',
      data: { hall: { id: "1", plan: [{ title: "1/1/zh", en: "1/1/en" }] } },
    },
  },
};
