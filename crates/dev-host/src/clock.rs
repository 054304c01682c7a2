//! The guests' wall clock, which tests can move.

use std::path::PathBuf;
use std::time::Duration;

use wasmtime_wasi::HostWallClock;

/// Real time plus the signed milliseconds that stand in a file.
///
/// The file is read at every call, so that a test moves the time of running
/// instances by writing it. A missing or unreadable file means no offset.
pub struct OffsetClock(pub PathBuf);

impl OffsetClock {
    fn offset_ms(&self) -> i64 {
        std::fs::read_to_string(&self.0).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    }
}

impl HostWallClock for OffsetClock {
    fn resolution(&self) -> Duration {
        wasmtime_wasi::clocks::wall_clock().resolution()
    }

    fn now(&self) -> Duration {
        let now = wasmtime_wasi::clocks::wall_clock().now();
        let offset = self.offset_ms();
        let distance = Duration::from_millis(offset.unsigned_abs());
        if offset < 0 { now.saturating_sub(distance) } else { now.saturating_add(distance) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_moves_the_time() {
        let dir = tempfile::tempdir().unwrap();
        let clock = OffsetClock(dir.path().join("offset"));
        let real = wasmtime_wasi::clocks::wall_clock().now();
        assert!(clock.now() < real + Duration::from_secs(5));
        std::fs::write(&clock.0, "3600000\n").unwrap();
        assert!(clock.now() >= real + Duration::from_hours(1));
        std::fs::write(&clock.0, "-3600000").unwrap();
        assert!(clock.now() < real);
        std::fs::write(&clock.0, "nonsense").unwrap();
        assert!(clock.now() >= real);
    }
}
