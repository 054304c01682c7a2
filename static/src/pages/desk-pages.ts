// One file for everything that only the city's clerks and the installer open: nurses never download it, and a clerk
// with a slow line downloads it once.
export { DeskPage } from "./desk/desk-page";
export { DeskApplicationPage } from "./desk-application/desk-application-page";
export { DeskNoticesPage } from "./desk-notices/desk-notices-page";
export { DeskOpenDaysPage } from "./desk-open-days/desk-open-days-page";
export { SetupPage } from "./setup/setup-page";
