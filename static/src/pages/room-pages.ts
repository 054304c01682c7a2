// One file for the rooms and for everything that is filed about them.

export { BasicSheetPage } from "./basic-sheet/basic-sheet-page";
export { CarriedOverPage } from "./carried-over/carried-over-page";
export { DocumentPage } from "./documents/document-page";
export { DocumentsPage } from "./documents/documents-page";
export { FindRoomsPage } from "./find-rooms/find-rooms-page";
export { MembershipPage } from "./membership/membership-page";
export { NotificationsPage } from "./notifications/notifications-page";
export { RoomPage } from "./room/room-page";
export { NewRoomPage } from "./room-application/new-room-page";
export { RoomExportPage } from "./room-export/room-export-page";
export { RoomCorrectionPage } from "./room-requests/room-correction-page";
export { RoomRequestPage } from "./room-requests/room-request-page";
export { RoomRequestsPage } from "./room-requests/room-requests-page";
export { RoomViewsPage } from "./room-views/room-views-page";
export { RoomsPage } from "./rooms/rooms-page";
export { SearchPage } from "./search/search-page";
export { SummaryPage } from "./summary/summary-page";
export { SupportApplicationPage } from "./support-room-application/application-page";
export { SupportCorrectionPage } from "./support-room-form/correction-page";
export { NewSupportRoomPage } from "./support-room-form/new-page";
export { SupportRoomsPage } from "./support-rooms/support-rooms-page";
export { TeamChangePage } from "./team-change/team-change-page";
export { MyVisitsPage, VisitsPage } from "./visits/visits-page";
