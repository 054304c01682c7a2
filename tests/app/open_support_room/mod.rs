//! Support rooms: filed, decided, opened, changed, closed.

mod filing;
mod leak;
mod opening;
mod rooms;
