// One file for everything that only an organization's manager opens.
export { OrganizationApplicationsPage } from "./organization/applications-page";
export { OrganizationDataPage } from "./organization/data-page";
export { OrganizationDevicesPage } from "./organization/devices-page";
export { OrganizationPeoplePage } from "./organization/people-page";
