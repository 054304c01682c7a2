import type { ComponentType } from "preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { AccountPage } from "../pages/account/account-page";
import { FirstLoginPage } from "../pages/first-login/first-login-page";
import { HomePage } from "../pages/home/home-page";
import { NotFoundPage } from "../pages/not-found/not-found-page";
import { SignInPage } from "../pages/sign-in/sign-in-page";
import { TopPage } from "../pages/top/top-page";
import { NeedsNetworkPage } from "../pages/waiting/needs-network-page";
import { FreshSignInProvider } from "../session/fresh-sign-in";
import { LockScreen } from "../session/lock-screen";
import { SessionProvider } from "../session/session";
import { UnreadProvider } from "../unread/unread";
import { lazyPage } from "./lazy-page";
import { Shell } from "./shell";

const deskPages = () => import("../pages/desk-pages");
const DeskPage = lazyPage(() => deskPages().then((pages) => pages.DeskPage));
const DeskApplicationPage = lazyPage(() => deskPages().then((pages) => pages.DeskApplicationPage));
const DeskAuditPage = lazyPage(() => deskPages().then((pages) => pages.DeskAuditPage));
const DeskEmergencyPage = lazyPage(() => deskPages().then((pages) => pages.DeskEmergencyPage));
const DeskNoticesPage = lazyPage(() => deskPages().then((pages) => pages.DeskNoticesPage));
const DeskOpenDaysPage = lazyPage(() => deskPages().then((pages) => pages.DeskOpenDaysPage));
const DeskSettingsPage = lazyPage(() => deskPages().then((pages) => pages.DeskSettingsPage));
const DeskRegistrantsPage = lazyPage(() => deskPages().then((pages) => pages.DeskRegistrantsPage));
const DeskRegistrantPage = lazyPage(() => deskPages().then((pages) => pages.DeskRegistrantPage));
const DeskViewCountsPage = lazyPage(() => deskPages().then((pages) => pages.DeskViewCountsPage));
const DeskAlertsPage = lazyPage(() => deskPages().then((pages) => pages.DeskAlertsPage));
const DeskDeletionsPage = lazyPage(() => deskPages().then((pages) => pages.DeskDeletionsPage));
const DeskRoomsPage = lazyPage(() => deskPages().then((pages) => pages.DeskRoomsPage));
const DeskRoomPage = lazyPage(() => deskPages().then((pages) => pages.DeskRoomPage));
const DeskRoomThemesPage = lazyPage(() => deskPages().then((pages) => pages.DeskRoomThemesPage));
const DeskTagsPage = lazyPage(() => deskPages().then((pages) => pages.DeskTagsPage));
const DeskUsagePage = lazyPage(() => deskPages().then((pages) => pages.DeskUsagePage));
const SetupPage = lazyPage(() => deskPages().then((pages) => pages.SetupPage));

const organizationPages = () => import("../pages/organization-pages");
const OrganizationPeoplePage = lazyPage(() =>
  organizationPages().then((pages) => pages.OrganizationPeoplePage),
);
const OrganizationApplicationsPage = lazyPage(() =>
  organizationPages().then((pages) => pages.OrganizationApplicationsPage),
);
const OrganizationDevicesPage = lazyPage(() =>
  organizationPages().then((pages) => pages.OrganizationDevicesPage),
);
const OrganizationDataPage = lazyPage(() => organizationPages().then((pages) => pages.OrganizationDataPage));

const roomPages = () => import("../pages/room-pages");
const RoomsPage = lazyPage(() => roomPages().then((pages) => pages.RoomsPage));
const FindRoomsPage = lazyPage(() => roomPages().then((pages) => pages.FindRoomsPage));
const NewRoomPage = lazyPage(() => roomPages().then((pages) => pages.NewRoomPage));
const MembershipPage = lazyPage(() => roomPages().then((pages) => pages.MembershipPage));
const RoomRequestsPage = lazyPage(() => roomPages().then((pages) => pages.RoomRequestsPage));
const RoomRequestPage = lazyPage(() => roomPages().then((pages) => pages.RoomRequestPage));
const RoomCorrectionPage = lazyPage(() => roomPages().then((pages) => pages.RoomCorrectionPage));
const RoomPage = lazyPage(() => roomPages().then((pages) => pages.RoomPage));
const VitalsPage = lazyPage(() => import("../pages/vitals/vitals-page").then((page) => page.VitalsPage));
const RoomExportPage = lazyPage(() => roomPages().then((pages) => pages.RoomExportPage));
const BasicSheetPage = lazyPage(() => roomPages().then((pages) => pages.BasicSheetPage));
const DocumentsPage = lazyPage(() => roomPages().then((pages) => pages.DocumentsPage));
const DocumentPage = lazyPage(() => roomPages().then((pages) => pages.DocumentPage));
const CarriedOverPage = lazyPage(() => roomPages().then((pages) => pages.CarriedOverPage));
const SummaryPage = lazyPage(() => roomPages().then((pages) => pages.SummaryPage));
const VisitsPage = lazyPage(() => roomPages().then((pages) => pages.VisitsPage));
const MyVisitsPage = lazyPage(() => roomPages().then((pages) => pages.MyVisitsPage));
const RoomViewsPage = lazyPage(() => roomPages().then((pages) => pages.RoomViewsPage));
const TeamChangePage = lazyPage(() => roomPages().then((pages) => pages.TeamChangePage));
const SupportRoomsPage = lazyPage(() => roomPages().then((pages) => pages.SupportRoomsPage));
const NewSupportRoomPage = lazyPage(() => roomPages().then((pages) => pages.NewSupportRoomPage));
const SupportApplicationPage = lazyPage(() => roomPages().then((pages) => pages.SupportApplicationPage));
const SupportCorrectionPage = lazyPage(() => roomPages().then((pages) => pages.SupportCorrectionPage));

const SearchPage = lazyPage(() => roomPages().then((pages) => pages.SearchPage));
const mailPages = () => import("../pages/mail-pages");
const MailPage = lazyPage(() => mailPages().then((pages) => pages.MailPage));
const MailThreadPage = lazyPage(() => mailPages().then((pages) => pages.MailThreadPage));
const MailWritePage = lazyPage(() => mailPages().then((pages) => pages.MailWritePage));

const NotificationsPage = lazyPage(() => roomPages().then((pages) => pages.NotificationsPage));
const manualPages = () => import("../pages/manual-pages");
const ManualsPage = lazyPage(() => manualPages().then((pages) => pages.ManualsPage));
const ManualPage = lazyPage(() => manualPages().then((pages) => pages.ManualPage));
const WaitingPage = lazyPage(() => import("../pages/waiting/waiting-page").then((page) => page.WaitingPage));
const TagsPage = lazyPage(() => import("../pages/tags/tags-page").then((page) => page.TagsPage));

/** Pages by their addresses; of two that fit the first is meant. */
type Pages = Record<string, ComponentType>;

const DESK_PAGES: Pages = {
  "/desk": DeskPage,
  "/desk/applications/:receipt": DeskApplicationPage,
  "/desk/notices": DeskNoticesPage,
  "/desk/emergency": DeskEmergencyPage,
  "/desk/open-days": DeskOpenDaysPage,
  "/desk/rooms": DeskRoomsPage,
  "/desk/rooms/:room": DeskRoomPage,
  "/desk/room-themes": DeskRoomThemesPage,
  "/desk/tags": DeskTagsPage,
  "/desk/audit": DeskAuditPage,
  "/desk/settings": DeskSettingsPage,
  "/desk/registrants": DeskRegistrantsPage,
  "/desk/registrants/views": DeskViewCountsPage,
  "/desk/registrants/:registrant": DeskRegistrantPage,
  "/desk/alerts": DeskAlertsPage,
  "/desk/deletions": DeskDeletionsPage,
  "/desk/usage": DeskUsagePage,
};

const HELP_PAGES: Pages = {
  "/manuals": ManualsPage,
  "/manuals/:slug": ManualPage,
  "/waiting": WaitingPage,
  // The server's own pages: the service worker leads here when they could not be fetched.
  "/apply": NeedsNetworkPage,
  "/apply/*": NeedsNetworkPage,
  "/help": NeedsNetworkPage,
  "/help/*": NeedsNetworkPage,
};

function routesTo(pages: Pages) {
  return Object.entries(pages).map(([path, page]) => <Route key={path} path={path} component={page} />);
}

// Links to pages that the server renders must load them; the router keeps its hands off.
const OUR_PAGES = /^\/(?!(?:apply|help)(?:[/?#]|$)|api\/)/;

export function App() {
  return (
    <LocationProvider scope={OUR_PAGES}>
      <SessionProvider>
        <FreshSignInProvider>
          <UnreadProvider>
            <Shell>
              <Router>
                <Route path="/" component={TopPage} />
                <Route path="/sign-in" component={SignInPage} />
                <Route path="/first-login" component={FirstLoginPage} />
                <Route path="/setup" component={SetupPage} />
                <Route path="/home" component={HomePage} />
                <Route path="/account" component={AccountPage} />
                <Route path="/tags" component={TagsPage} />
                <Route path="/mail" component={MailPage} />
                <Route path="/mail/new" component={MailWritePage} />
                <Route path="/mail/threads/:thread" component={MailThreadPage} />
                <Route path="/notifications" component={NotificationsPage} />
                <Route path="/search" component={SearchPage} />
                <Route path="/rooms" component={RoomsPage} />
                <Route path="/rooms/find" component={FindRoomsPage} />
                <Route path="/rooms/new" component={NewRoomPage} />
                <Route path="/rooms/membership" component={MembershipPage} />
                <Route path="/rooms/applications" component={RoomRequestsPage} />
                <Route path="/rooms/applications/:receipt" component={RoomRequestPage} />
                <Route path="/rooms/applications/:receipt/correction" component={RoomCorrectionPage} />
                <Route path="/rooms/:room" component={RoomPage} />
                <Route path="/rooms/:room/export" component={RoomExportPage} />
                <Route path="/rooms/:room/basic-sheet" component={BasicSheetPage} />
                <Route path="/rooms/:room/documents" component={DocumentsPage} />
                <Route path="/rooms/:room/documents/:document" component={DocumentPage} />
                <Route path="/rooms/:room/carried-over" component={CarriedOverPage} />
                <Route path="/rooms/:room/summary" component={SummaryPage} />
                <Route path="/rooms/:room/visits" component={VisitsPage} />
                <Route path="/visits" component={MyVisitsPage} />
                <Route path="/rooms/:room/views" component={RoomViewsPage} />
                <Route path="/rooms/:room/vitals" component={VitalsPage} />
                <Route path="/rooms/:room/team-change" component={TeamChangePage} />
                <Route path="/support-rooms" component={SupportRoomsPage} />
                <Route path="/support-rooms/new" component={NewSupportRoomPage} />
                <Route path="/support-rooms/:receipt" component={SupportApplicationPage} />
                <Route path="/support-rooms/:receipt/correction" component={SupportCorrectionPage} />
                <Route path="/organization" component={OrganizationPeoplePage} />
                <Route path="/organization/applications" component={OrganizationApplicationsPage} />
                <Route path="/organization/devices" component={OrganizationDevicesPage} />
                <Route path="/organization/data" component={OrganizationDataPage} />
                {routesTo(DESK_PAGES)}
                {routesTo(HELP_PAGES)}
                <Route default component={NotFoundPage} />
              </Router>
            </Shell>
          </UnreadProvider>
        </FreshSignInProvider>
        <LockScreen />
      </SessionProvider>
    </LocationProvider>
  );
}
