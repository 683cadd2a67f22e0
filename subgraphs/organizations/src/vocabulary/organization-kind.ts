/** Kinds of organisation (单位类型). */
export const OrganizationKind = {
  PARTY_ORGANIZATION: "PARTY_ORGANIZATION",
  GOVERNMENT: "GOVERNMENT",
  PUBLIC_INSTITUTION: "PUBLIC_INSTITUTION",
  STATE_OWNED_COMPANY: "STATE_OWNED_COMPANY",
  PRIVATE_COMPANY: "PRIVATE_COMPANY",
  SOCIAL_ORGANIZATION: "SOCIAL_ORGANIZATION",
  SCHOOL: "SCHOOL",
  HOSPITAL: "HOSPITAL",
  PROPERTY_COMPANY: "PROPERTY_COMPANY",
  OWNERS_COMMITTEE: "OWNERS_COMMITTEE",
  RESIDENTS_COMMITTEE: "RESIDENTS_COMMITTEE",
  OTHER: "OTHER",
} as const;
export type OrganizationKind = (typeof OrganizationKind)[keyof typeof OrganizationKind];

/** The kinds of organisation that serve estates. */
export const SERVING_KINDS: readonly OrganizationKind[] = ["PROPERTY_COMPANY", "OWNERS_COMMITTEE"];
