//! What components print, line by line on the host's stderr.

use std::io::Write as _;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use tokio::io::AsyncWrite;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{OutputStream, Pollable, StreamResult};

/// How much a component may write at once.
const CHUNK: usize = 64 * 1024;

/// One output of one instance.
#[derive(Clone)]
pub struct Output {
    component: Arc<str>,
    quiet: bool,
    /// The start of a line that has not ended yet.
    line: Arc<Mutex<Vec<u8>>>,
}

impl Output {
    /// An output whose lines start with the component's id; a quiet one
    /// swallows everything.
    pub fn new(component: Arc<str>, quiet: bool) -> Self {
        Self { component, quiet, line: Arc::default() }
    }

    /// The same output with lines of its own, for another instance.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self::new(Arc::clone(&self.component), self.quiet)
    }

    fn write(&self, bytes: &[u8]) {
        if self.quiet {
            return;
        }
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        line.extend_from_slice(bytes);
        let Some(end) = line.iter().rposition(|byte| *byte == b'\n') else {
            return;
        };
        let rest = line.split_off(end + 1);
        self.print(&line);
        *line = rest;
    }

    fn print(&self, text: &[u8]) {
        let mut out = Vec::new();
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            out.extend_from_slice(b"[");
            out.extend_from_slice(self.component.as_bytes());
            out.extend_from_slice(b"] ");
            out.extend_from_slice(line.strip_suffix(b"\n").unwrap_or(line));
            out.push(b'\n');
        }
        // There is nowhere to report that stderr is gone.
        _ = std::io::stderr().lock().write_all(&out);
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // The last owner of a line without an end still shows it.
        if let Some(line) = Arc::get_mut(&mut self.line) {
            let line = std::mem::take(line.get_mut().unwrap_or_else(PoisonError::into_inner));
            self.print(&line);
        }
    }
}

impl IsTerminal for Output {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for Output {
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        Box::new(self.clone())
    }

    // Written at once and not by a task, so that the message of a panic comes
    // out before the trap ends the instance.
    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(self.clone())
    }
}

#[async_trait::async_trait]
impl Pollable for Output {
    async fn ready(&mut self) {}
}

impl OutputStream for Output {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        Self::write(self, &bytes);
        Ok(())
    }

    fn flush(&mut self) -> StreamResult<()> {
        Ok(())
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        Ok(CHUNK)
    }
}

impl AsyncWrite for Output {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        Self::write(&self, bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
