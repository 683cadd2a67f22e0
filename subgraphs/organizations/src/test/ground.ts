import type { OrganizationsSetting } from "./organizations-setting.ts";

/** A district with a street, a community and their paths, in which units have records of all kinds. */
export interface Ground {
  readonly district: string;
  readonly street: string;
  readonly community: string;
}

/** Makes a ground of its own. */
export async function ground(setting: OrganizationsSetting): Promise<Ground> {
  const district = await setting.place("DISTRICT");
  const street = await setting.place("STREET", district);
  return { district, street, community: await setting.place("COMMUNITY", street) };
}
