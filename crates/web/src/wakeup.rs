//! One request of an instance waits until another one wakes it.
//!
//! Each request is a task of its own to the host, which polls it only when something that it waits for at the host
//! happens; a waker of Rust does nothing for another task. `inter-task-wakeup` of wit-bindgen 0.57 would, but it cancels
//! a read in a way that wasmtime 48 answers with a trap, in every request (wit-bindgen #1638 mends it after 0.57). So
//! the one that waits reads from a stream of bytes whose other end the other one holds: nothing is ever written to it,
//! and dropping that end ends the read.

#[cfg(not(target_arch = "wasm32"))]
use futures_channel::oneshot;
#[cfg(target_arch = "wasm32")]
use spin_sdk::wasip3::wit_stream;
#[cfg(target_arch = "wasm32")]
use spin_sdk::wit_bindgen::rt::async_support::{StreamReader, StreamWriter};

/// Wakes its [`Wakeup`] when it is dropped, in whatever way.
pub(crate) struct Waking {
    #[cfg(target_arch = "wasm32")]
    _end: StreamWriter<u8>,
    #[cfg(not(target_arch = "wasm32"))]
    _end: oneshot::Sender<()>,
}

/// What one waits for.
pub(crate) struct Wakeup {
    #[cfg(target_arch = "wasm32")]
    end: StreamReader<u8>,
    #[cfg(not(target_arch = "wasm32"))]
    end: oneshot::Receiver<()>,
}

impl Wakeup {
    /// Both ends.
    pub(crate) fn pair() -> (Waking, Self) {
        #[cfg(target_arch = "wasm32")]
        let (waking, end) = wit_stream::new::<u8>();
        #[cfg(not(target_arch = "wasm32"))]
        let (waking, end) = oneshot::channel();
        (Waking { _end: waking }, Self { end })
    }

    /// Until the other end is dropped; at once, if it was.
    pub(crate) async fn wait(self) {
        #[cfg(target_arch = "wasm32")]
        {
            let mut end = self.end;
            let _ = end.next().await;
        }
        #[cfg(not(target_arch = "wasm32"))]
        let _ = self.end.await;
    }
}
