//! Support rooms: filed, decided, opened, changed, closed.

mod awaited;
mod broken_glass;
mod closing;
mod deletion;
mod filing;
mod leak;
mod model;
mod notices;
mod opening;
mod rooms;
mod stops;
mod team_days;
mod views;
