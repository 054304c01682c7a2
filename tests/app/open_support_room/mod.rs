//! Support rooms: filed, decided, opened, changed, closed.

mod broken_glass;
mod closing;
mod deletion;
mod filing;
mod leak;
mod opening;
mod rooms;
