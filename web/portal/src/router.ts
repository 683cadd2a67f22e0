import { createRouter } from "@tanstack/react-router";
import { Lost } from "./components/lost.tsx";
import { activityNewRoute } from "./routes/activity-new/route.ts";
import { activityRoute } from "./routes/activity/route.ts";
import { agreementRoute } from "./routes/agreement/route.ts";
import { agreementEditRoute } from "./routes/agreement-edit/route.ts";
import { agreementNewRoute } from "./routes/agreement-new/route.ts";
import { agreementsRoute } from "./routes/agreements/route.ts";
import { boardRoute } from "./routes/board/route.ts";
import { auditRoute } from "./routes/audit/route.ts";
import { basketRoute } from "./routes/basket/route.ts";
import { bookingRoute } from "./routes/booking/route.ts";
import { bookingsRoute } from "./routes/bookings/route.ts";
import { calendarAddressesRoute } from "./routes/calendar-addresses/route.ts";
import { calendarRoute } from "./routes/calendar/route.ts";
import { figuresRoute } from "./routes/figures/route.ts";
import { committeeRoute } from "./routes/committee/route.ts";
import { committeesRoute } from "./routes/committees/route.ts";
import { contactCardsRoute } from "./routes/contact-cards/route.ts";
import { organizationRoute } from "./routes/organization/route.ts";
import { registrationBalanceRoute } from "./routes/registration-balance/route.ts";
import { registrationsRoute } from "./routes/registrations/route.ts";
import { issueNewRoute } from "./routes/issue-new/route.ts";
import { issueRoute } from "./routes/issue/route.ts";
import { issuesRoute } from "./routes/issues/route.ts";
import { meetingsRoute } from "./routes/meetings/route.ts";
import { needRoute } from "./routes/need/route.ts";
import { needEditRoute } from "./routes/need-edit/route.ts";
import { needNewRoute } from "./routes/need-new/route.ts";
import { roundRoute } from "./routes/round/route.ts";
import { roundsRoute } from "./routes/rounds/route.ts";
import { needsRoute } from "./routes/needs/route.ts";
import { officeAppointmentsRoute } from "./routes/office/appointments/route.ts";
import { officeRegionsRoute } from "./routes/office/regions/route.ts";
import { officeCommitteeRoute } from "./routes/office/committee/route.ts";
import { leavingRoute } from "./routes/office/leaving/route.ts";
import { officeCommitteesRoute } from "./routes/office/committees/route.ts";
import { establishCommitteeRoute } from "./routes/office/establish/route.ts";
import { mergeOrganizationRoute } from "./routes/office/merge/route.ts";
import { officeOrganizationRoute } from "./routes/office/organization/route.ts";
import { officeOrganizationsRoute } from "./routes/office/organizations/route.ts";
import { officeRoute } from "./routes/office/overview/route.ts";
import { registerOrganizationRoute } from "./routes/office/register/route.ts";
import { partnersRoute } from "./routes/partners/route.ts";
import { webhookRoute } from "./routes/webhook/route.ts";
import { overviewRoute } from "./routes/overview/route.ts";
import { resourceRoute } from "./routes/resource/route.ts";
import { resourceEditRoute } from "./routes/resource-edit/route.ts";
import { resourceTermsRoute } from "./routes/resource-terms/route.ts";
import { resourceNewRoute } from "./routes/resource-new/route.ts";
import { resourcesRoute } from "./routes/resources/route.ts";
import { settingsRoute } from "./routes/settings/route.ts";
import { signInReturnRoute } from "./routes/sign-in-return/route.ts";
import { signInRoute } from "./routes/sign-in/route.ts";
import { todayRoute } from "./routes/today/route.ts";
import { waitingRoute } from "./routes/waiting/route.ts";
import { SEARCH } from "./app/address.ts";
import { rememberList } from "./kept/last-list.ts";
import { rootRoute } from "./app/root.ts";

/** All pages, in one list: a new page is a folder below `routes` and a line here. */
const routes = [
  todayRoute,
  activityNewRoute,
  activityRoute,
  resourcesRoute,
  resourceNewRoute,
  resourceRoute,
  resourceEditRoute,
  resourceTermsRoute,
  boardRoute,
  bookingsRoute,
  waitingRoute,
  bookingRoute,
  basketRoute,
  agreementsRoute,
  agreementNewRoute,
  agreementEditRoute,
  agreementRoute,
  figuresRoute,
  issueNewRoute,
  issueRoute,
  issuesRoute,
  meetingsRoute,
  needsRoute,
  needRoute,
  needNewRoute,
  needEditRoute,
  roundsRoute,
  roundRoute,
  committeesRoute,
  committeeRoute,
  organizationRoute,
  contactCardsRoute,
  registrationsRoute,
  registrationBalanceRoute,
  calendarRoute,
  overviewRoute,
  officeRoute,
  officeOrganizationsRoute,
  registerOrganizationRoute,
  officeOrganizationRoute,
  mergeOrganizationRoute,
  officeCommitteesRoute,
  establishCommitteeRoute,
  officeCommitteeRoute,
  leavingRoute,
  calendarAddressesRoute,
  officeRegionsRoute,
  officeAppointmentsRoute,
  auditRoute,
  partnersRoute,
  webhookRoute,
  settingsRoute,
  signInRoute,
  signInReturnRoute,
];

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultNotFoundComponent: Lost,
  scrollRestoration: true,
  ...SEARCH,
});

router.subscribe("onResolved", ({ toLocation: { pathname, search } }) =>
  rememberList(pathname, search),
);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
