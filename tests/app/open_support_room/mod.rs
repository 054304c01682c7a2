//! Support rooms: filed, decided, opened, changed, closed.

mod filing;
mod opening;
mod rooms;
