//! Host traits generated from the short WIT of the Spin interfaces.

wasmtime::component::bindgen!({
    path: "wit",
    world: "tasuki:dev-host/imports",
    imports: {
        // These two have no error in their result, so a broken handle can
        // only be told by a trap.
        "spin:sqlite/sqlite.[method]connection.changes": async | trappable,
        "spin:sqlite/sqlite.[method]connection.last-insert-rowid": async | trappable,
        "spin:sqlite/sqlite.[method]connection.changes-async": trappable,
        "spin:sqlite/sqlite.[method]connection.last-insert-rowid-async": trappable,
        "spin:key-value/key-value.[method]store.get-keys": trappable,
        default: async,
    },
    with: {
        "spin:sqlite/sqlite.connection": crate::sqlite::Connection,
        "spin:key-value/key-value.store": crate::key_value::Store,
    },
});

pub use self::spin::key_value::key_value;
pub use self::spin::sqlite::sqlite;
pub use self::spin::variables::variables;
