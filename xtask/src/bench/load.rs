//! A load generator: threads, each with a kept-alive connection, and no HTTP library in between.
//!
//! Raw on purpose: a client's own work on two cores would be measured with the server's, and the
//! stall that `web::serve` cures shows only where the kernel delays its acknowledgements.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// What a run showed.
pub(crate) struct Figures {
    pub(crate) per_second: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
}

/// A request as bytes.
pub(crate) fn request(method: &str, path: &str, host: &str, headers: &str, body: &str) -> Vec<u8> {
    format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
        .into_bytes()
}

/// One kept-alive connection.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    pub(crate) fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(ANSWER_LIMIT))?;
        Ok(Self { stream: BufReader::new(stream), body: Vec::new() })
    }

    /// Sends a request and reads its whole answer, which has to be a success or say that nothing changed.
    pub(crate) fn exchange(&mut self, request: &[u8]) -> Result<()> {
        self.stream.get_mut().write_all(request)?;
        let mut line = String::new();
        self.read_line(&mut line)?;
        let status = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let (mut length, mut chunked) = (0, false);
        loop {
            self.read_line(&mut line)?;
            let Some((name, value)) = line.split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "transfer-encoding" => chunked = value.trim().eq_ignore_ascii_case("chunked"),
                _ => {}
            }
        }
        self.body.clear();
        if status == "304" {
            // It has no body, whatever length it names (RFC 9110 §15.4.5).
        } else if chunked {
            self.read_chunks(&mut line)?;
        } else {
            self.read_bytes(length)?;
        }
        if !status.starts_with('2') && status != "304" {
            bail!("the server answered {status}: {}", String::from_utf8_lossy(&self.body));
        }
        Ok(())
    }

    fn read_chunks(&mut self, line: &mut String) -> Result<()> {
        loop {
            self.read_line(line)?;
            let length = usize::from_str_radix(line.trim(), 16)?;
            self.read_bytes(length)?;
            self.read_line(line)?;
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn read_bytes(&mut self, length: usize) -> Result<()> {
        let start = self.body.len();
        self.body.resize(start + length, 0);
        let part = self.body.get_mut(start..).unwrap_or_default();
        Ok(self.stream.read_exact(part)?)
    }

    fn read_line(&mut self, line: &mut String) -> Result<()> {
        line.clear();
        if self.stream.read_line(line)? == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }
}

/// Repeats a task on `threads` threads for `duration`.
pub(crate) fn run<Task: FnMut() -> Result<()>>(
    threads: usize,
    duration: Duration,
    make_task: impl Fn() -> Result<Task> + Sync,
) -> Result<Figures> {
    let times = Mutex::new(Vec::new());
    let start = Instant::now();
    let work = || -> Result<()> {
        let mut task = make_task()?;
        let mut own = Vec::new();
        while start.elapsed() < duration {
            let sent = Instant::now();
            task()?;
            own.push(sent.elapsed());
        }
        times.lock().map_err(|_| anyhow::anyhow!("another thread panicked"))?.extend(own);
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| bail!("a thread panicked")))
    })?;
    let elapsed = start.elapsed();
    let mut times = times.into_inner().unwrap_or_default();
    times.sort_unstable();
    figures(&times, elapsed)
}

fn figures(sorted: &[Duration], elapsed: Duration) -> Result<Figures> {
    let at = |percent: usize| {
        let index = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(index).map(|time| time.as_secs_f64() * 1000.0).context("no request was answered")
    };
    #[expect(clippy::cast_precision_loss, reason = "nobody waits for 2^52 requests")]
    let per_second = sorted.len() as f64 / elapsed.as_secs_f64();
    Ok(Figures { per_second, p50_ms: at(50)?, p99_ms: at(99)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_of_the_sorted_times() {
        let times: Vec<_> = (1..=100).map(Duration::from_millis).collect();
        let figures = figures(&times, Duration::from_secs(2)).expect("figures");
        let close = |a: f64, b: f64| (a - b).abs() < 0.001;
        assert!(close(figures.per_second, 50.0) && close(figures.p50_ms, 51.0) && close(figures.p99_ms, 100.0));
    }
}
