//! Runs a `spin.toml` application where no spin CLI can be had.
//!
//! A development and test host, not a product: see the README for what it
//! leaves out.

pub mod app;
pub mod bindings;
pub mod cache;
pub mod cli;
pub mod clock;
pub mod compose;
pub mod files;
pub mod http;
pub mod instance;
pub mod key_value;
pub mod linker;
pub mod manifest;
pub mod outbound;
pub mod output;
pub mod routes;
pub mod runtime_config;
pub mod sqlite;
pub mod state;
pub mod variables;
