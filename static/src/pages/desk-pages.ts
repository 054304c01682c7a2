// One file for everything that only the desks' clerks and the installer open: nurses never download it, and a clerk
// with a slow line downloads it once.
export { DeskPage } from "./desk/desk-page";
export { DeskAlertsPage } from "./desk-alerts/desk-alerts-page";
export { DeskApplicationPage } from "./desk-application/desk-application-page";
export { DeskAuditPage } from "./desk-audit/desk-audit-page";
export { DeskDeletionsPage } from "./desk-deletions/desk-deletions-page";
export { DeskEmergencyPage } from "./desk-emergency/desk-emergency-page";
export { DeskNoticesPage } from "./desk-notices/desk-notices-page";
export { DeskOpenDaysPage } from "./desk-open-days/desk-open-days-page";
export { DeskRegistrantPage } from "./desk-registrants/desk-registrant-page";
export { DeskRegistrantsPage } from "./desk-registrants/desk-registrants-page";
export { DeskViewCountsPage } from "./desk-registrants/desk-view-counts-page";
export { DeskRoomPage } from "./desk-rooms/desk-room-page";
export { DeskRoomThemesPage } from "./desk-rooms/desk-room-themes-page";
export { DeskRoomsPage } from "./desk-rooms/desk-rooms-page";
export { DeskSettingsPage } from "./desk-settings/desk-settings-page";
export { DeskTagsPage } from "./desk-tags/desk-tags-page";
export { DeskUsagePage } from "./desk-usage/desk-usage-page";
export { SetupPage } from "./setup/setup-page";
