//! People join and leave collaboration rooms; the city decides (R25).

mod deciding;
mod filing;
mod public;
