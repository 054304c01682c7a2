// One file for the rooms and for everything that is filed about them.
export { RoomCorrectionPage } from "./collaboration/correction-page";
export { FindRoomsPage } from "./collaboration/find-rooms-page";
export { MembershipPage } from "./collaboration/membership-page";
export { NewRoomPage } from "./collaboration/new-room-page";
export { RoomRequestPage } from "./collaboration/request-page";
export { RoomRequestsPage } from "./collaboration/requests-page";
export { RoomPage } from "./room/room-page";
export { RoomViewsPage } from "./room-views/room-views-page";
export { RoomsPage } from "./rooms/rooms-page";
export { SupportApplicationPage } from "./support-room-application/application-page";
export { SupportCorrectionPage } from "./support-room-form/correction-page";
export { NewSupportRoomPage } from "./support-room-form/new-page";
export { SupportRoomsPage } from "./support-rooms/support-rooms-page";
export { TeamChangePage } from "./team-change/team-change-page";
