//! A stop among many requests of the person who is stopped: none that begins after the acknowledgement is answered.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tests::{App, STOPS, Visitor};

const CONNECTIONS: usize = 16;
const READS_AFTER: usize = 20;

/// Reads until the stop was acknowledged, and a while after that. How many reads were answered before it.
fn reads(window: &Visitor, reading: &AtomicUsize, acknowledged: &AtomicBool) -> usize {
    let (mut before, mut after) = (0, 0);
    while after < READS_AFTER {
        // Looked at before the request is sent: what is under way meanwhile may end either way.
        let is_stopped = acknowledged.load(Ordering::SeqCst);
        let status = window.get("/api/me").status;
        if is_stopped {
            assert_eq!(status, 401, "read {after} after the acknowledgement");
            after += 1;
        } else if status == 200 {
            before += 1;
            reading.fetch_max(before, Ordering::SeqCst);
        } else {
            assert_eq!(status, 401);
        }
    }
    before
}

#[test]
fn r8_sixteen_connections_of_a_stopped_user_get_nothing_after_the_acknowledgement() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let receipt = manager.files(STOPS, &manager.stop_form(&[&user]));
    let clerk = app.first_clerk();
    let (reading, acknowledged) = (AtomicUsize::new(0), AtomicBool::new(false));
    let answered: Vec<usize> = std::thread::scope(|scope| {
        let readers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                let window = user.second_window();
                let (reading, acknowledged) = (&reading, &acknowledged);
                scope.spawn(move || reads(&window, reading, acknowledged))
            })
            .collect();
        while reading.load(Ordering::SeqCst) < 5 {
            std::thread::yield_now();
        }
        let done = clerk.accepts_at_desk(STOPS, &receipt);
        acknowledged.store(true, Ordering::SeqCst);
        assert_eq!(done["status"], "completed");
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    assert!(answered.iter().any(|reads| *reads >= 5), "nobody was reading when the stop came: {answered:?}");
}
