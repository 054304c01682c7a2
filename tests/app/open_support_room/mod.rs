//! Support rooms: filed, decided, opened, changed, closed.

mod awaited;
mod filing;
mod model;
mod notices;
mod opening;
mod rooms;
mod stops;
mod team_days;
